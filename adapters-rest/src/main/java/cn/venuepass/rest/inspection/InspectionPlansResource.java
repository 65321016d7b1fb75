package cn.venuepass.rest.inspection;

import cn.venuepass.application.inspection.PlanInspections;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.inspection.InspectionPlan;
import cn.venuepass.domain.inspection.InspectionPlanId;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.access.Allowed;
import cn.venuepass.rest.access.CreationKeys;
import cn.venuepass.rest.json.PageResponse;
import cn.venuepass.rest.problem.ProblemException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What supervisors mean to inspect. */
@Path(ApiPaths.BASE + "/inspection-plans")
@Produces(MediaType.APPLICATION_JSON)
public final class InspectionPlansResource {
  private final PlanInspections plans;

  public InspectionPlansResource(PlanInspections plans) {
    this.plans = plans;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Allowed(Role.SUPERVISOR)
  public Response plan(
      @Context Caller.Staff caller,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      PlanRequest request) {
    PlanRequest.Wish wish = request.wish();
    InspectionPlan plan =
        plans
            .plan(
                caller,
                wish.name(),
                wish.dueAt(),
                wish.selection(),
                CreationKeys.of(caller, "inspection-plan", key))
            .orElseThrow(ProblemException::of);
    return Response.status(Response.Status.CREATED).entity(PlanResponse.of(plan)).build();
  }

  @GET
  @Allowed(Role.SUPERVISOR)
  public PageResponse<PlanResponse> list(
      @Context Caller.Staff caller,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return PageResponse.of(
        plans.list(caller, PageResponse.request(limit, cursor)), PlanResponse::of);
  }

  @GET
  @Path("{id}")
  @Allowed(Role.SUPERVISOR)
  public PlanResponse view(@Context Caller.Staff caller, @PathParam("id") UUID id) {
    return plans
        .view(caller, new InspectionPlanId(id))
        .map(PlanResponse::of)
        .orElseThrow(ProblemException::of);
  }
}
