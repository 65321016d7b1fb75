package cn.venuepass.rest.venue;

import cn.venuepass.application.venue.VenueUseCases;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.access.Allowed;
import cn.venuepass.rest.access.CreationKeys;
import cn.venuepass.rest.problem.ProblemException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Venues and the applications for them. */
@Path(ApiPaths.BASE)
@Produces(MediaType.APPLICATION_JSON)
public final class VenuesResource {
  private final VenueUseCases venues;

  public VenuesResource(VenueUseCases venues) {
    this.venues = venues;
  }

  @POST
  @Path("venues")
  @Consumes(MediaType.APPLICATION_JSON)
  @Allowed(Role.RESIDENT)
  public Response apply(
      @Context Caller.Resident caller,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      VenueRequest request) {
    Venue venue =
        venues
            .applyForVenue()
            .apply(caller.account(), request.details(), CreationKeys.of(caller, "venue", key))
            .orElseThrow(ProblemException::of);
    return Response.status(Response.Status.CREATED).entity(VenueResponse.of(venue)).build();
  }

  @GET
  @Path("venues/{id}")
  @Allowed({Role.RESIDENT, Role.REVIEWER})
  public VenueResponse view(@Context Caller caller, @PathParam("id") UUID id) {
    return venues
        .viewVenue()
        .view(caller, new VenueId(id))
        .map(VenueResponse::of)
        .orElseThrow(ProblemException::of);
  }

  @PUT
  @Path("venues/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Allowed(Role.RESIDENT)
  public VenueResponse correct(
      @Context Caller.Resident caller, @PathParam("id") UUID id, VenueRequest request) {
    return venues
        .correctVenue()
        .correct(caller.account(), new VenueId(id), request.details())
        .map(VenueResponse::of)
        .orElseThrow(ProblemException::of);
  }

  @DELETE
  @Path("venues/{id}")
  @Allowed({Role.RESIDENT, Role.REVIEWER})
  public void remove(@Context Caller caller, @PathParam("id") UUID id) {
    venues.removeVenue().remove(caller, new VenueId(id)).orElseThrow(ProblemException::of);
  }
}
