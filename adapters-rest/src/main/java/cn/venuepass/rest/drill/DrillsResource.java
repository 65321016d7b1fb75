package cn.venuepass.rest.drill;

import cn.venuepass.application.drill.HoldDrills;
import cn.venuepass.domain.PlainText;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.access.Allowed;
import cn.venuepass.rest.access.CreationKeys;
import cn.venuepass.rest.json.Fields;
import cn.venuepass.rest.json.ItemsResponse;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Exercises of tracing, and how long communities take. */
@Path(ApiPaths.BASE + "/drills")
@Produces(MediaType.APPLICATION_JSON)
public final class DrillsResource {
  private static final int LONGEST_NAME = 60;

  private final HoldDrills drills;

  public DrillsResource(HoldDrills drills) {
    this.drills = drills;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Allowed({Role.TRACER, Role.SUPERVISOR})
  public Response open(
      @Context Caller.Staff caller,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      DrillRequest request) {
    var fields = new Fields();
    var place = fields.required("community", request.community(), DivisionCode::new);
    var title =
        fields.optional(
            "name", request.name(), text -> PlainText.checked("name", text, LONGEST_NAME));
    fields.verify();
    DrillResponse opened =
        drills
            .open(caller, place.get(), title.get(), CreationKeys.of(caller, "drill", key))
            .map(DrillResponse::of)
            .orElseThrow(ProblemException::of);
    return Response.status(Response.Status.CREATED).entity(opened).build();
  }

  @GET
  @Allowed({Role.TRACER, Role.SUPERVISOR})
  public PageResponse<DrillResponse> list(
      @Context Caller.Staff caller,
      @QueryParam("division") @Nullable String division,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return PageResponse.of(
        drills.list(caller, place(division), PageResponse.request(limit, cursor)),
        DrillResponse::of);
  }

  @GET
  @Path("comparison")
  @Allowed({Role.TRACER, Role.SUPERVISOR})
  public ItemsResponse<PaceResponse> compare(
      @Context Caller.Staff caller, @QueryParam("division") @Nullable String division) {
    return new ItemsResponse<>(
        drills.compare(caller, place(division)).stream().map(PaceResponse::of).toList());
  }

  private static Optional<DivisionCode> place(@Nullable String division) {
    var fields = new Fields();
    var place = fields.optional("division", division, DivisionCode::new);
    fields.verify();
    return place.get();
  }

  record DrillRequest(@Nullable String community, @Nullable String name) {
    @Override
    public String toString() {
      return "DrillRequest[***]";
    }
  }

  /** How long a community takes. */
  record PaceResponse(
      String communityCode,
      int drills,
      LegsResponse latestMinutes,
      LegsResponse medianMinutes,
      LegsResponse trendMinutes) {
    static PaceResponse of(HoldDrills.Pace pace) {
      return new PaceResponse(
          pace.community().text(),
          pace.drills(),
          LegsResponse.of(pace.latest()),
          LegsResponse.of(pace.median()),
          LegsResponse.of(pace.trend()));
    }
  }
}
