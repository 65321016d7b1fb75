package cn.venuepass.rest.visit;

import cn.venuepass.application.visit.ViewOccupancy;
import cn.venuepass.application.visit.ViewOccupancy.MaskedPerson;
import cn.venuepass.application.visit.ViewOccupancy.Occupancy;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.venue.Capacity;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.ScanMethod;
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
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is inside, for managers. */
@Path(ApiPaths.BASE + "/venues/{id}/occupancy")
@Produces(MediaType.APPLICATION_JSON)
public final class OccupancyResource {
  private final ViewOccupancy viewOccupancy;

  public OccupancyResource(ViewOccupancy viewOccupancy) {
    this.viewOccupancy = viewOccupancy;
  }

  @GET
  @Allowed(Role.RESIDENT)
  public OccupancyResponse view(
      @Context Caller.Resident caller,
      @PathParam("id") UUID venue,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return viewOccupancy
        .view(caller, new VenueId(venue), PageResponse.request(limit, cursor))
        .map(OccupancyResponse::of)
        .orElseThrow(ProblemException::of);
  }

  /** The head-count, and a page of the people. */
  record OccupancyResponse(
      int inside, @Nullable Integer capacity, List<PersonResponse> people, @Nullable String next) {
    static OccupancyResponse of(Occupancy occupancy) {
      return new OccupancyResponse(
          occupancy.inside(),
          occupancy.capacity().map(Capacity::people).orElse(null),
          occupancy.people().items().stream().map(PersonResponse::of).toList(),
          PageResponse.next(occupancy.people()).orElse(null));
    }
  }

  /** Somebody inside; {@code personRef} is good for this visit only. */
  record PersonResponse(UUID personRef, String maskedName, Instant since, ScanMethod method) {
    static PersonResponse of(MaskedPerson person) {
      return new PersonResponse(
          person.visit().value(), person.maskedName(), person.since(), person.method());
    }
  }
}
