package cn.venuepass.rest.visit;

import cn.venuepass.application.visit.ListMyVisits;
import cn.venuepass.application.visit.ListMyVisits.MyVisit;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.person.FamilyLinkId;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.access.Allowed;
import cn.venuepass.rest.json.PageResponse;
import cn.venuepass.rest.json.TimeWindow;
import cn.venuepass.rest.visit.ScanResponse.VenueReference;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The visits of the caller, and of the family members whom they look after. */
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
    var window = TimeWindow.read(from, to, DEFAULT_WINDOW, clock);
    return PageResponse.of(
        listMyVisits.list(caller, window.from(), window.to(), PageResponse.request(limit, cursor)),
        VisitResponse::of);
  }

  /**
   * A visit: what was observed, and the stay that we believe.
   *
   * @param forFamily the family member whose visit it is; absent for one's own
   */
  record VisitResponse(
      UUID visitId,
      VenueReference venue,
      @Nullable ObservationResponse entry,
      @Nullable ObservationResponse exit,
      StayResponse stay,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable DoubtResponse doubt,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID forFamily) {
    static VisitResponse of(MyVisit visit) {
      return new VisitResponse(
          visit.visit().id().value(),
          VenueReference.of(visit.venue()),
          ObservationResponse.of(visit.visit().entry()),
          ObservationResponse.of(visit.visit().exit()),
          StayResponse.of(visit.stay()),
          DoubtResponse.of(visit.doubt()),
          visit.family().map(FamilyLinkId::value).orElse(null));
    }
  }
}
