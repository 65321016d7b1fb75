package cn.venuepass.rest.directory;

import cn.venuepass.application.directory.FindVenues;
import cn.venuepass.application.directory.SignWords;
import cn.venuepass.application.directory.VenueSearch;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.venue.VenueStatus;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.access.Allowed;
import cn.venuepass.rest.json.Fields;
import cn.venuepass.rest.json.Narrow;
import cn.venuepass.rest.json.PageResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** Staff find venues. */
@Path(ApiPaths.BASE)
@Produces(MediaType.APPLICATION_JSON)
public final class VenueDirectoryResource {
  private final FindVenues findVenues;

  public VenueDirectoryResource(FindVenues findVenues) {
    this.findVenues = findVenues;
  }

  @GET
  @Path("venues")
  @Allowed({Role.REVIEWER, Role.SUPERVISOR, Role.TRACER, Role.CONTROLLER})
  public PageResponse<ListedVenueResponse> find(
      @Context Caller.Staff caller,
      @QueryParam("name") @Nullable String name,
      @QueryParam("division") @Nullable String division,
      @QueryParam("type") @Nullable String type,
      @QueryParam("status") @Nullable String status,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var narrowing = Narrow.to(division, type);
    var fields = new Fields();
    var words = fields.optional("name", name, SignWords::new);
    var wanted = fields.optional("status", status, VenueDirectoryResource::standing);
    fields.verify();
    return PageResponse.of(
        findVenues.find(
            caller,
            new VenueSearch(narrowing, wanted.get(), words.get()),
            PageResponse.request(limit, cursor)),
        ListedVenueResponse::of);
  }

  private static VenueStatus standing(String text) {
    VenueStatus status = Fields.oneOf(VenueStatus.class).apply(text);
    if (status == VenueStatus.REMOVED) {
      throw new InvalidValue("status", Rule.UNKNOWN);
    }
    return status;
  }
}
