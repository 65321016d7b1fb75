package cn.venuepass.rest.venue;

import cn.venuepass.application.venue.AdmitSubVenues;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueStatus;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.access.Allowed;
import cn.venuepass.rest.json.ItemsResponse;
import cn.venuepass.rest.problem.ProblemException;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;

/** The venues that name one as their parent; for its applicant. */
@Path(ApiPaths.BASE + "/venues/{id}/children")
@Produces(MediaType.APPLICATION_JSON)
public final class SubVenuesResource {
  private final AdmitSubVenues subVenues;

  public SubVenuesResource(AdmitSubVenues subVenues) {
    this.subVenues = subVenues;
  }

  @GET
  @Allowed(Role.RESIDENT)
  public ItemsResponse<SubVenueResponse> list(
      @Context Caller.Resident caller, @PathParam("id") UUID venue) {
    return subVenues
        .list(caller, new VenueId(venue))
        .map(list -> new ItemsResponse<>(list.stream().map(SubVenueResponse::of).toList()))
        .orElseThrow(ProblemException::of);
  }

  @POST
  @Path("{childId}/approval")
  @Allowed(Role.RESIDENT)
  public SubVenueResponse agree(
      @Context Caller.Resident caller,
      @PathParam("id") UUID venue,
      @PathParam("childId") UUID child) {
    return subVenues
        .agree(caller, new VenueId(venue), new VenueId(child))
        .map(SubVenueResponse::of)
        .orElseThrow(ProblemException::of);
  }

  @DELETE
  @Path("{childId}")
  @Allowed(Role.RESIDENT)
  public void dismiss(
      @Context Caller.Resident caller,
      @PathParam("id") UUID venue,
      @PathParam("childId") UUID child) {
    subVenues
        .dismiss(caller, new VenueId(venue), new VenueId(child))
        .orElseThrow(ProblemException::of);
  }

  /** A venue that names another as its parent, and whether that one agreed. */
  record SubVenueResponse(UUID id, String name, VenueStatus status, boolean agreed) {
    static SubVenueResponse of(Venue venue) {
      return new SubVenueResponse(
          venue.id().value(),
          venue.details().name().text(),
          venue.state().status(),
          venue.parentAgreed());
    }
  }
}
