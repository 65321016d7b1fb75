package cn.venuepass.rest.venue;

import cn.venuepass.application.venue.ListMyVenues;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.access.Allowed;
import cn.venuepass.rest.json.PageResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** The venues that the caller applied for or manages. */
@Path(ApiPaths.BASE + "/me/venues")
@Produces(MediaType.APPLICATION_JSON)
public final class MyVenuesResource {
  private final ListMyVenues listMyVenues;

  public MyVenuesResource(ListMyVenues listMyVenues) {
    this.listMyVenues = listMyVenues;
  }

  @GET
  @Allowed(Role.RESIDENT)
  public PageResponse<VenueResponse> list(
      @Context Caller.Resident caller,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return PageResponse.of(
        listMyVenues.list(caller, PageResponse.request(limit, cursor)), VenueResponse::of);
  }
}
