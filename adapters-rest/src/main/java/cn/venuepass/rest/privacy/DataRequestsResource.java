package cn.venuepass.rest.privacy;

import cn.venuepass.application.privacy.AnswerDataRequests;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.privacy.DataRequest;
import cn.venuepass.domain.privacy.DataRequestId;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.access.Allowed;
import cn.venuepass.rest.json.Fields;
import cn.venuepass.rest.json.PageResponse;
import cn.venuepass.rest.problem.ProblemException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What people ask about their data, for the staff who answer. */
@Path(ApiPaths.BASE + "/data-requests")
@Produces(MediaType.APPLICATION_JSON)
public final class DataRequestsResource {
  private final AnswerDataRequests answerDataRequests;

  public DataRequestsResource(AnswerDataRequests answerDataRequests) {
    this.answerDataRequests = answerDataRequests;
  }

  @GET
  @Allowed({Role.REVIEWER, Role.ADMIN})
  public PageResponse<DataRequestResponse> list(
      @Context Caller.Staff caller,
      @QueryParam("status") @Nullable String status,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var fields = new Fields();
    var wanted = fields.optional("status", status, Fields.oneOf(DataRequest.Status.class));
    fields.verify();
    return PageResponse.of(
        answerDataRequests.list(
            caller,
            wanted.get().orElse(DataRequest.Status.OPEN),
            PageResponse.request(limit, cursor)),
        DataRequestResponse::of);
  }

  @POST
  @Path("{id}/decision")
  @Consumes(MediaType.APPLICATION_JSON)
  @Allowed({Role.REVIEWER, Role.ADMIN})
  public DataRequestResponse decide(
      @Context Caller.Staff caller, @PathParam("id") UUID id, DecisionRequest request) {
    var fields = new Fields();
    var accepted = fields.required("accepted", request.accepted(), Function.<Boolean>identity());
    var answer = fields.required("answer", request.answer(), Function.<String>identity());
    fields.verify();
    return answerDataRequests
        .decide(caller, new DataRequestId(id), accepted.get(), answer.get())
        .map(DataRequestResponse::of)
        .orElseThrow(ProblemException::of);
  }

  record DecisionRequest(@Nullable Boolean accepted, @Nullable String answer) {
    @Override
    public String toString() {
      return "DecisionRequest[***]";
    }
  }
}
