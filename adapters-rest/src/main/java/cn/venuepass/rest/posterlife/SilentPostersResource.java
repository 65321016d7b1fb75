package cn.venuepass.rest.posterlife;

import cn.venuepass.application.posterlife.WatchPosters;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.access.Allowed;
import cn.venuepass.rest.json.Narrow;
import cn.venuepass.rest.json.PageResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
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
}
