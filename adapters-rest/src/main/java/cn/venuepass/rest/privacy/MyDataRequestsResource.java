package cn.venuepass.rest.privacy;

import cn.venuepass.application.privacy.MakeDataRequests;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.privacy.DataRequest;
import cn.venuepass.domain.visit.VisitId;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.access.Allowed;
import cn.venuepass.rest.access.CreationKeys;
import cn.venuepass.rest.json.Fields;
import cn.venuepass.rest.json.PageResponse;
import cn.venuepass.rest.problem.ProblemException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the caller asks about their data. */
@Path(ApiPaths.BASE + "/me/data-requests")
@Produces(MediaType.APPLICATION_JSON)
public final class MyDataRequestsResource {
  private final MakeDataRequests makeDataRequests;

  public MyDataRequestsResource(MakeDataRequests makeDataRequests) {
    this.makeDataRequests = makeDataRequests;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Allowed(Role.RESIDENT)
  public Response make(
      @Context Caller.Resident caller,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      MakeRequest request) {
    var fields = new Fields();
    var kind = fields.required("kind", request.kind(), Fields.oneOf(DataRequest.Kind.class));
    var visit =
        fields.optional("visitId", request.visitId(), (String id) -> new VisitId(Fields.id(id)));
    var text = fields.required("text", request.text(), Function.<String>identity());
    fields.verify();
    DataRequest made =
        makeDataRequests
            .make(
                caller,
                kind.get(),
                visit.get(),
                text.get(),
                CreationKeys.of(caller, "data-request", key))
            .orElseThrow(ProblemException::of);
    return Response.status(Response.Status.CREATED).entity(DataRequestResponse.of(made)).build();
  }

  @GET
  @Allowed(Role.RESIDENT)
  public PageResponse<DataRequestResponse> list(
      @Context Caller.Resident caller,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return PageResponse.of(
        makeDataRequests.list(caller, PageResponse.request(limit, cursor)),
        DataRequestResponse::of);
  }

  record MakeRequest(@Nullable String kind, @Nullable String visitId, @Nullable String text) {
    @Override
    public String toString() {
      return "MakeRequest[***]";
    }
  }
}
