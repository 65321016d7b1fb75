package cn.venuepass.rest.posterlife;

import cn.venuepass.application.posterlife.FoundWarning;
import cn.venuepass.application.posterlife.WatchPosters;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.posterlife.DismissalReason;
import cn.venuepass.domain.posterlife.PosterWarning;
import cn.venuepass.domain.posterlife.PosterWarningId;
import cn.venuepass.domain.visit.Doubt;
import cn.venuepass.domain.visit.VisitedVenue;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.access.Allowed;
import cn.venuepass.rest.json.Fields;
import cn.venuepass.rest.json.Narrow;
import cn.venuepass.rest.json.PageResponse;
import cn.venuepass.rest.problem.ProblemException;
import cn.venuepass.rest.visit.ScanResponse.VenueReference;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Posters whose codes may be scanned elsewhere than at their doors, for supervisors. */
@Path(ApiPaths.BASE + "/supervision/poster-warnings")
@Produces(MediaType.APPLICATION_JSON)
public final class PosterWarningsResource {
  private final WatchPosters watchPosters;

  public PosterWarningsResource(WatchPosters watchPosters) {
    this.watchPosters = watchPosters;
  }

  @GET
  @Allowed(Role.SUPERVISOR)
  public PageResponse<PosterWarningResponse> list(
      @Context Caller.Staff caller,
      @QueryParam("division") @Nullable String division,
      @QueryParam("type") @Nullable String type,
      @QueryParam("kind") @Nullable String kind,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var fields = new Fields();
    var wanted = fields.optional("kind", kind, Fields.oneOf(Doubt.Kind.class));
    fields.verify();
    return PageResponse.of(
        watchPosters.listWarnings(
            caller, Narrow.to(division, type), wanted.get(), PageResponse.request(limit, cursor)),
        PosterWarningResponse::of);
  }

  @POST
  @Path("{id}/dismissal")
  @Consumes(MediaType.APPLICATION_JSON)
  @Allowed(Role.SUPERVISOR)
  public void dismiss(
      @Context Caller.Staff caller, @PathParam("id") UUID id, DismissalRequest request) {
    var fields = new Fields();
    var reason = fields.required("reason", request.reason(), DismissalReason::new);
    fields.verify();
    PosterWarning unused =
        watchPosters
            .dismiss(caller, new PosterWarningId(id), reason.get())
            .orElseThrow(ProblemException::of);
  }

  record DismissalRequest(@Nullable String reason) {}

  /** A warning; how many people, never who. */
  record PosterWarningResponse(
      UUID id,
      Doubt.Kind kind,
      UUID posterId,
      VenueReference venue,
      String communityCode,
      Instant from,
      Instant to,
      int people,
      Instant firstAt,
      Instant lastAt) {
    static PosterWarningResponse of(FoundWarning found) {
      PosterWarning warning = found.warning();
      return new PosterWarningResponse(
          warning.id().value(),
          warning.kind(),
          warning.poster().value(),
          VenueReference.of(new VisitedVenue(warning.venue(), found.venueName())),
          found.community().text(),
          warning.from(),
          warning.to(),
          warning.people(),
          warning.firstAt(),
          warning.lastAt());
    }
  }
}
