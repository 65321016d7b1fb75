package cn.venuepass.rest.posterlife;

import cn.venuepass.application.posterlife.WatchPosters;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.posterlife.PosterDay;
import cn.venuepass.domain.posterlife.PosterWarning;
import cn.venuepass.domain.venue.PosterId;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.Doubt;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.access.Allowed;
import cn.venuepass.rest.json.Narrow;
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

/** How a poster was scanned; for the venue's people and those who oversee it. */
@Path(ApiPaths.BASE + "/venues/{id}/posters/{posterId}/activity")
@Produces(MediaType.APPLICATION_JSON)
public final class PosterActivityResource {
  private static final int DEFAULT_DAYS = 28;

  private final WatchPosters watchPosters;

  public PosterActivityResource(WatchPosters watchPosters) {
    this.watchPosters = watchPosters;
  }

  @GET
  @Allowed({Role.RESIDENT, Role.REVIEWER, Role.SUPERVISOR})
  public ActivityResponse view(
      @Context Caller caller,
      @PathParam("id") UUID venue,
      @PathParam("posterId") UUID poster,
      @QueryParam("days") @Nullable String days) {
    return watchPosters
        .activity(
            caller,
            new VenueId(venue),
            new PosterId(poster),
            Narrow.days(days).orElse(DEFAULT_DAYS))
        .map(ActivityResponse::of)
        .orElseThrow(ProblemException::of);
  }

  record ActivityResponse(
      List<DayResponse> days, @Nullable Instant lastScanAt, List<NoticeResponse> warnings) {
    static ActivityResponse of(WatchPosters.Activity activity) {
      return new ActivityResponse(
          activity.days().stream().map(DayResponse::of).toList(),
          activity.lastScanAt().orElse(null),
          activity.warnings().stream().map(NoticeResponse::of).toList());
    }
  }

  /** A day on which the poster was scanned. */
  record DayResponse(String day, int scans, int busiestHour, Instant lastScanAt) {
    static DayResponse of(PosterDay day) {
      return new DayResponse(
          day.day().toString(), day.scans(), day.busiestHour(), day.lastScanAt());
    }
  }

  /** That there is a warning, as much of it as the venue's people may know. */
  record NoticeResponse(Doubt.Kind kind, Instant from, Instant to) {
    static NoticeResponse of(PosterWarning warning) {
      return new NoticeResponse(warning.kind(), warning.from(), warning.to());
    }
  }
}
