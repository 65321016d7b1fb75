package cn.venuepass.rest.gate;

import cn.venuepass.application.gate.ViewVenueVisits;
import cn.venuepass.application.gate.ViewVenueVisits.MaskedVisit;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.access.Allowed;
import cn.venuepass.rest.json.PageResponse;
import cn.venuepass.rest.json.TimeWindow;
import cn.venuepass.rest.problem.ProblemException;
import cn.venuepass.rest.visit.DoubtResponse;
import cn.venuepass.rest.visit.ObservationResponse;
import cn.venuepass.rest.visit.StayResponse;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who came to a venue, for managers. */
@Path(ApiPaths.BASE + "/venues/{id}/visits")
@Produces(MediaType.APPLICATION_JSON)
public final class VenueVisitsResource {
  private static final Duration DEFAULT_WINDOW = Duration.ofHours(24);

  private final ViewVenueVisits viewVenueVisits;
  private final InstantSource clock;

  public VenueVisitsResource(ViewVenueVisits viewVenueVisits, InstantSource clock) {
    this.viewVenueVisits = viewVenueVisits;
    this.clock = clock;
  }

  @GET
  @Allowed(Role.RESIDENT)
  public PageResponse<MaskedVisitResponse> list(
      @Context Caller.Resident caller,
      @PathParam("id") UUID venue,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var window = TimeWindow.read(from, to, DEFAULT_WINDOW, clock);
    return viewVenueVisits
        .list(
            caller,
            new VenueId(venue),
            window.from(),
            window.to(),
            PageResponse.request(limit, cursor))
        .map(page -> PageResponse.of(page, MaskedVisitResponse::of))
        .orElseThrow(ProblemException::of);
  }

  /** A visit as managers see it. */
  record MaskedVisitResponse(
      UUID visitId,
      String maskedName,
      @Nullable ObservationResponse entry,
      @Nullable ObservationResponse exit,
      StayResponse stay,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable DoubtResponse doubt,
      boolean staff,
      boolean overCapacity) {
    static MaskedVisitResponse of(MaskedVisit visit) {
      return new MaskedVisitResponse(
          visit.visit().id().value(),
          visit.maskedName(),
          ObservationResponse.of(visit.visit().entry()),
          ObservationResponse.of(visit.visit().exit()),
          StayResponse.of(visit.stay()),
          DoubtResponse.of(visit.doubt()),
          visit.staff(),
          visit.overCapacity());
    }
  }
}
