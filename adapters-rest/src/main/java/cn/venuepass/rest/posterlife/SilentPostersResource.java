package cn.venuepass.rest.posterlife;

import cn.venuepass.application.posterlife.SilentPoster;
import cn.venuepass.application.posterlife.WatchPosters;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.PosterLabel;
import cn.venuepass.domain.visit.VisitedVenue;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.access.Allowed;
import cn.venuepass.rest.json.PageResponse;
import cn.venuepass.rest.visit.ScanResponse.VenueReference;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Posters that nobody scans, for supervisors. */
@Path(ApiPaths.BASE + "/supervision/silent-posters")
@Produces(MediaType.APPLICATION_JSON)
public final class SilentPostersResource {
  private static final int DEFAULT_DAYS = 7;

  private final WatchPosters watchPosters;

  public SilentPostersResource(WatchPosters watchPosters) {
    this.watchPosters = watchPosters;
  }

  @GET
  @Allowed(Role.SUPERVISOR)
  public PageResponse<SilentPosterResponse> list(
      @Context Caller.Staff caller,
      @QueryParam("division") @Nullable String division,
      @QueryParam("type") @Nullable String type,
      @QueryParam("days") @Nullable String days,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return PageResponse.of(
        watchPosters.listSilent(
            caller,
            Narrow.to(division, type),
            Narrow.days(days).orElse(DEFAULT_DAYS),
            PageResponse.request(limit, cursor)),
        SilentPosterResponse::of);
  }

  record SilentPosterResponse(
      UUID posterId,
      VenueReference venue,
      String communityCode,
      Direction direction,
      @Nullable String label,
      Instant issuedAt,
      @Nullable Instant downloadedAt,
      @Nullable Instant confirmedAt,
      @Nullable Instant lastScanAt) {
    static SilentPosterResponse of(SilentPoster silent) {
      return new SilentPosterResponse(
          silent.poster().id().value(),
          VenueReference.of(new VisitedVenue(silent.poster().venue(), silent.venueName())),
          silent.community().text(),
          silent.poster().direction(),
          silent.poster().label().map(PosterLabel::text).orElse(null),
          silent.poster().issuedAt(),
          silent.poster().hanging().downloadedAt().orElse(null),
          silent.poster().hanging().confirmedAt().orElse(null),
          silent.lastScanAt().orElse(null));
    }
  }
}
