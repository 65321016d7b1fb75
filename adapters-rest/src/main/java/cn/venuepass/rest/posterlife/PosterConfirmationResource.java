package cn.venuepass.rest.posterlife;

import cn.venuepass.application.posterlife.TendPosters;
import cn.venuepass.application.venue.PosterLinks;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.venue.PosterId;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.access.Allowed;
import cn.venuepass.rest.json.Fields;
import cn.venuepass.rest.json.Times;
import cn.venuepass.rest.problem.ProblemException;
import cn.venuepass.rest.venue.PosterResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That a poster hangs at the door. */
@Path(ApiPaths.BASE + "/venues/{id}/posters/{posterId}/confirmation")
@Produces(MediaType.APPLICATION_JSON)
public final class PosterConfirmationResource {
  private final TendPosters tendPosters;
  private final PosterLinks links;

  public PosterConfirmationResource(TendPosters tendPosters, PosterLinks links) {
    this.tendPosters = tendPosters;
    this.links = links;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Allowed(Role.RESIDENT)
  public PosterResponse confirm(
      @Context Caller.Resident caller,
      @PathParam("id") UUID venue,
      @PathParam("posterId") UUID poster,
      ConfirmationRequest request) {
    var fields = new Fields();
    var at = fields.optional("at", request.at(), Times::read);
    fields.verify();
    return tendPosters
        .confirm(caller, new VenueId(venue), new PosterId(poster), at.get())
        .map(confirmed -> PosterResponse.of(confirmed, links))
        .orElseThrow(ProblemException::of);
  }

  record ConfirmationRequest(@Nullable String at) {}
}
