package cn.venuepass.rest.inspection;

import cn.venuepass.application.inspection.AnswerInspections;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.access.Allowed;
import cn.venuepass.rest.json.PageResponse;
import cn.venuepass.rest.problem.ProblemException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was found at a venue, and what is ordered until when; for its managers. */
@Path(ApiPaths.BASE + "/venues/{id}/inspections")
@Produces(MediaType.APPLICATION_JSON)
public final class VenueInspectionsResource {
  private final AnswerInspections inspections;
  private final InstantSource clock;

  public VenueInspectionsResource(AnswerInspections inspections, InstantSource clock) {
    this.inspections = inspections;
    this.clock = clock;
  }

  @GET
  @Allowed(Role.RESIDENT)
  public PageResponse<InspectionResponse> list(
      @Context Caller.Resident caller,
      @PathParam("id") UUID venue,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    Instant now = clock.instant();
    return inspections
        .list(caller, new VenueId(venue), PageResponse.request(limit, cursor))
        .map(page -> PageResponse.of(page, found -> InspectionResponse.of(found, now)))
        .orElseThrow(ProblemException::of);
  }
}
