package cn.venuepass.rest.venue;

import cn.venuepass.application.venue.BrowseReferenceData;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.VenueType;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.access.SignedIn;
import cn.venuepass.rest.json.Fields;
import cn.venuepass.rest.json.ItemsResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** The venue types and divisions that forms choose from, for everybody who is signed in. */
@Path(ApiPaths.BASE)
@Produces(MediaType.APPLICATION_JSON)
public final class ReferenceResource {
  private final BrowseReferenceData reference;

  public ReferenceResource(BrowseReferenceData reference) {
    this.reference = reference;
  }

  @GET
  @Path("venue-types")
  @SignedIn
  public ItemsResponse<VenueTypeResponse> venueTypes() {
    return new ItemsResponse<>(reference.venueTypes().stream().map(VenueTypeResponse::of).toList());
  }

  @GET
  @Path("divisions")
  @SignedIn
  public ItemsResponse<DivisionResponse> divisions(@QueryParam("parent") @Nullable String parent) {
    var fields = new Fields();
    var above = fields.optional("parent", parent, DivisionCode::new);
    fields.verify();
    return new ItemsResponse<>(
        reference.divisions(above.get()).stream().map(DivisionResponse::of).toList());
  }

  record VenueTypeResponse(
      String code,
      String name,
      String department,
      long typicalStayMinutes,
      long maximumStayMinutes,
      long reentryGapMinutes) {
    static VenueTypeResponse of(VenueType type) {
      return new VenueTypeResponse(
          type.code().text(),
          type.name(),
          type.department(),
          type.stay().typicalStay().toMinutes(),
          type.stay().maximumStay().toMinutes(),
          type.stay().reentryGap().toMinutes());
    }
  }

  record DivisionResponse(String code, String name, Division.Level level, @Nullable String parent) {
    static DivisionResponse of(Division division) {
      return new DivisionResponse(
          division.code().text(),
          division.name(),
          division.level(),
          division.parent().map(DivisionCode::text).orElse(null));
    }
  }
}
