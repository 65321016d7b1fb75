package cn.venuepass.rest.coverage;

import cn.venuepass.application.coverage.BlindSpotRepository.State;
import cn.venuepass.application.coverage.CloseBlindSpot;
import cn.venuepass.application.coverage.CoverageUseCases;
import cn.venuepass.application.coverage.ViewBlindSpots;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.coverage.BlindSpotId;
import cn.venuepass.domain.coverage.Excuse;
import cn.venuepass.domain.coverage.Gap;
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
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The blind-spot ledger of a supervisor. */
@Path(ApiPaths.BASE + "/blind-spots")
@Produces(MediaType.APPLICATION_JSON)
public final class BlindSpotsResource {
  private final ViewBlindSpots viewBlindSpots;
  private final CloseBlindSpot closeBlindSpot;
  private final InstantSource clock;

  public BlindSpotsResource(CoverageUseCases coverage, InstantSource clock) {
    this.viewBlindSpots = coverage.viewBlindSpots();
    this.closeBlindSpot = coverage.closeBlindSpot();
    this.clock = clock;
  }

  @GET
  @Allowed(Role.SUPERVISOR)
  public PageResponse<BlindSpotResponse> list(
      @Context Caller.Staff caller,
      @QueryParam("division") @Nullable String division,
      @QueryParam("type") @Nullable String type,
      @QueryParam("department") @Nullable String department,
      @QueryParam("gap") @Nullable String gap,
      @QueryParam("state") @Nullable String state,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var filter = Filters.read(division, type, department);
    var fields = new Fields();
    var one = fields.optional("gap", gap, Fields.oneOf(Gap.class));
    var wanted = fields.optional("state", state, Fields.oneOf(State.class));
    fields.verify();
    return viewBlindSpots
        .list(
            caller.account().jurisdiction(),
            filter,
            one.get(),
            wanted.get().orElse(State.OPEN),
            PageResponse.request(limit, cursor))
        .map(page -> PageResponse.of(page, task -> BlindSpotResponse.of(task, clock.instant())))
        .orElseThrow(ProblemException::of);
  }

  @GET
  @Path("summary")
  @Allowed(Role.SUPERVISOR)
  public SummaryResponse summary(
      @Context Caller.Staff caller,
      @QueryParam("division") @Nullable String division,
      @QueryParam("type") @Nullable String type,
      @QueryParam("department") @Nullable String department) {
    return viewBlindSpots
        .summary(caller.account().jurisdiction(), Filters.read(division, type, department))
        .map(SummaryResponse::of)
        .orElseThrow(ProblemException::of);
  }

  @GET
  @Path("{id}")
  @Allowed(Role.SUPERVISOR)
  public BlindSpotResponse view(@Context Caller.Staff caller, @PathParam("id") UUID id) {
    return viewBlindSpots
        .view(caller.account().jurisdiction(), new BlindSpotId(id))
        .map(found -> BlindSpotResponse.of(found, clock.instant()))
        .orElseThrow(ProblemException::of);
  }

  @POST
  @Path("{id}/closing")
  @Consumes(MediaType.APPLICATION_JSON)
  @Allowed(Role.SUPERVISOR)
  public BlindSpotResponse close(
      @Context Caller.Staff caller, @PathParam("id") UUID id, ClosingRequest request) {
    var fields = new Fields();
    var reason = fields.required("reason", request.reason(), Function.<String>identity());
    fields.verify();
    var words = new Excuse.Words(reason.get(), Optional.ofNullable(request.evidence()));
    return closeBlindSpot
        .close(caller, new BlindSpotId(id), words)
        .map(closed -> BlindSpotResponse.of(closed, clock.instant()))
        .orElseThrow(ProblemException::of);
  }

  record ClosingRequest(@Nullable String reason, @Nullable String evidence) {
    @Override
    public String toString() {
      return "ClosingRequest[***]";
    }
  }
}
