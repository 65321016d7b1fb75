package cn.venuepass.rest.visit;

import cn.venuepass.application.visit.ListMyVisits;
import cn.venuepass.application.visit.ListMyVisits.MyVisit;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.visit.Observation;
import cn.venuepass.domain.visit.ScanMethod;
import cn.venuepass.domain.visit.Stay;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.access.Allowed;
import cn.venuepass.rest.json.Fields;
import cn.venuepass.rest.json.PageResponse;
import cn.venuepass.rest.json.Times;
import cn.venuepass.rest.visit.ScanResponse.VenueReference;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The caller's own visits. */
@Path(ApiPaths.BASE + "/me/visits")
@Produces(MediaType.APPLICATION_JSON)
public final class MyVisitsResource {
  /** As long as visits are kept by default. */
  private static final Duration DEFAULT_WINDOW = Duration.ofDays(28);

  private final ListMyVisits listMyVisits;
  private final InstantSource clock;

  public MyVisitsResource(ListMyVisits listMyVisits, InstantSource clock) {
    this.listMyVisits = listMyVisits;
    this.clock = clock;
  }

  @GET
  @Allowed(Role.RESIDENT)
  public PageResponse<VisitResponse> list(
      @Context Caller.Resident caller,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var fields = new Fields();
    var begin = fields.optional("from", from, Times::read);
    var end = fields.optional("to", to, Times::read);
    fields.verify();
    Instant until = end.get().orElseGet(() -> clock.instant().plus(Duration.ofMinutes(1)));
    return PageResponse.of(
        listMyVisits.list(
            caller,
            begin.get().orElseGet(() -> until.minus(DEFAULT_WINDOW)),
            until,
            PageResponse.request(limit, cursor)),
        VisitResponse::of);
  }

  /** A visit: what was observed, and the stay that we believe. */
  record VisitResponse(
      UUID visitId,
      VenueReference venue,
      @Nullable ObservationResponse entry,
      @Nullable ObservationResponse exit,
      StayResponse stay) {
    static VisitResponse of(MyVisit visit) {
      return new VisitResponse(
          visit.visit().id().value(),
          VenueReference.of(visit.venue()),
          ObservationResponse.of(visit.visit().entry()),
          ObservationResponse.of(visit.visit().exit()),
          new StayResponse(
              visit.stay().entry().likely().at(),
              visit.stay().exit().likely().at(),
              visit.stay().source()));
    }
  }

  record ObservationResponse(Instant at, ScanMethod method) {
    static @Nullable ObservationResponse of(Optional<Observation> observation) {
      return observation
          .map(seen -> new ObservationResponse(seen.at(), seen.method()))
          .orElse(null);
    }
  }

  record StayResponse(Instant from, Instant to, Stay.Source source) {}
}
