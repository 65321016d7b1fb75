package cn.venuepass.rest.coverage;

import cn.venuepass.application.coverage.CoverageHistory;
import cn.venuepass.application.coverage.CoverageRepository.UnsurveyedVenue;
import cn.venuepass.application.coverage.CoverageUseCases;
import cn.venuepass.application.coverage.ViewCoverage;
import cn.venuepass.application.coverage.ViewPlaces;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.venue.VenueStatus;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.access.Allowed;
import cn.venuepass.rest.json.ItemsResponse;
import cn.venuepass.rest.json.PageResponse;
import cn.venuepass.rest.problem.ProblemException;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How far the places of a supervisor have come, now and day by day. */
@Path(ApiPaths.BASE + "/coverage")
@Produces(MediaType.APPLICATION_JSON)
public final class CoverageResource {
  private final ViewCoverage viewCoverage;
  private final ViewPlaces viewPlaces;
  private final InstantSource clock;

  public CoverageResource(CoverageUseCases coverage, InstantSource clock) {
    this.viewCoverage = coverage.viewCoverage();
    this.viewPlaces = coverage.viewPlaces();
    this.clock = clock;
  }

  @GET
  @Allowed(Role.SUPERVISOR)
  public CoverageResponse view(
      @Context Caller.Staff caller,
      @QueryParam("division") @Nullable String division,
      @QueryParam("type") @Nullable String type,
      @QueryParam("department") @Nullable String department) {
    return viewCoverage
        .view(caller.account().jurisdiction(), Filters.read(division, type, department))
        .map(CoverageResponse::of)
        .orElseThrow(ProblemException::of);
  }

  @GET
  @Path("table")
  @Allowed(Role.SUPERVISOR)
  public CoverageTableResponse table(
      @Context Caller.Staff caller,
      @QueryParam("division") @Nullable String division,
      @QueryParam("type") @Nullable String type,
      @QueryParam("department") @Nullable String department) {
    return viewCoverage
        .table(caller.account().jurisdiction(), Filters.read(division, type, department))
        .map(CoverageTableResponse::of)
        .orElseThrow(ProblemException::of);
  }

  @GET
  @Path("history")
  @Allowed(Role.SUPERVISOR)
  public ItemsResponse<DayResponse> history(
      @Context Caller.Staff caller,
      @QueryParam("division") @Nullable String division,
      @QueryParam("type") @Nullable String type,
      @QueryParam("department") @Nullable String department,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to) {
    var filter = Filters.read(division, type, department);
    var span = Filters.Span.read(from, to, clock);
    return viewCoverage
        .history(caller.account().jurisdiction(), filter, span.from(), span.to())
        .map(days -> new ItemsResponse<>(days.stream().map(DayResponse::of).toList()))
        .orElseThrow(ProblemException::of);
  }

  @GET
  @Path("unsurveyed")
  @Allowed(Role.SUPERVISOR)
  public PageResponse<UnsurveyedResponse> unsurveyed(
      @Context Caller.Staff caller,
      @QueryParam("division") @Nullable String division,
      @QueryParam("type") @Nullable String type,
      @QueryParam("department") @Nullable String department,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return viewPlaces
        .unsurveyed(
            caller.account().jurisdiction(),
            Filters.read(division, type, department),
            PageResponse.request(limit, cursor))
        .map(page -> PageResponse.of(page, UnsurveyedResponse::of))
        .orElseThrow(ProblemException::of);
  }

  record DayResponse(String day, @JsonUnwrapped NumbersResponse numbers) {
    static DayResponse of(CoverageHistory.Day day) {
      return new DayResponse(day.day().toString(), NumbersResponse.of(day.funnel()));
    }
  }

  record UnsurveyedResponse(
      UUID id,
      String name,
      String type,
      String communityCode,
      String address,
      VenueStatus status,
      Instant appliedAt) {
    static UnsurveyedResponse of(UnsurveyedVenue venue) {
      return new UnsurveyedResponse(
          venue.id().value(),
          venue.name().text(),
          venue.type().text(),
          venue.community().text(),
          venue.address().text(),
          venue.status(),
          venue.appliedAt());
    }
  }
}
