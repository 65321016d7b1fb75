package cn.venuepass.rest.casework;

import cn.venuepass.application.casework.ViewVenueVisitors;
import cn.venuepass.application.casework.ViewVenueVisitors.Visitor;
import cn.venuepass.application.casework.ViewVenueVisitors.Visitors;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.person.PhoneNumber;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.access.Allowed;
import cn.venuepass.rest.json.PageResponse;
import cn.venuepass.rest.json.TimeWindow;
import cn.venuepass.rest.problem.ProblemException;
import cn.venuepass.rest.visit.StayResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who was at a venue, for a case. */
@Path(ApiPaths.BASE + "/cases/{id}/venues/{venueId}/visits")
@Produces(MediaType.APPLICATION_JSON)
public final class CaseVenueVisitsResource {
  private static final Duration DEFAULT_WINDOW = Duration.ofDays(1);

  private final ViewVenueVisitors visitors;
  private final InstantSource clock;

  public CaseVenueVisitsResource(ViewVenueVisitors visitors, InstantSource clock) {
    this.visitors = visitors;
    this.clock = clock;
  }

  @GET
  @Allowed(Role.TRACER)
  public VisitorsResponse view(
      @Context Caller.Staff caller,
      @PathParam("id") UUID id,
      @PathParam("venueId") UUID venue,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var window = TimeWindow.read(from, to, DEFAULT_WINDOW, clock);
    return visitors
        .view(
            caller,
            new CaseId(id),
            new VenueId(venue),
            window.from(),
            window.to(),
            PageResponse.request(limit, cursor))
        .map(VisitorsResponse::of)
        .orElseThrow(ProblemException::of);
  }

  record VisitorsResponse(
      boolean drill,
      PlaceResponse venue,
      int people,
      List<VisitorResponse> items,
      @Nullable String next) {
    static VisitorsResponse of(Visitors shown) {
      return new VisitorsResponse(
          shown.drill(),
          new PlaceResponse(shown.venue().id().value(), shown.venue().name().text()),
          shown.people(),
          shown.visits().stream().map(VisitorResponse::of).toList(),
          PageResponse.text(shown.next()).orElse(null));
    }
  }

  record PlaceResponse(UUID id, String name) {}

  record VisitorResponse(
      UUID visitId, UUID personRef, String name, @Nullable String phone, StayResponse stay) {
    static VisitorResponse of(Visitor visitor) {
      return new VisitorResponse(
          visitor.visit().value(),
          visitor.person().value(),
          visitor.known().name(),
          visitor.known().phone().map(PhoneNumber::national).orElse(null),
          StayResponse.of(visitor.stay()));
    }

    @Override
    public String toString() {
      return "VisitorResponse[***]";
    }
  }
}
