package cn.venuepass.rest.posterlife;

import cn.venuepass.application.posterlife.TendPosters;
import cn.venuepass.application.venue.PosterLinks;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.venue.Overlap;
import cn.venuepass.domain.venue.Poster;
import cn.venuepass.domain.venue.PosterId;
import cn.venuepass.domain.venue.PosterLabel;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.access.Allowed;
import cn.venuepass.rest.access.CreationKeys;
import cn.venuepass.rest.json.Fields;
import cn.venuepass.rest.problem.ProblemException;
import cn.venuepass.rest.venue.PosterResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A new poster instead of another one. */
@Path(ApiPaths.BASE + "/venues/{id}/posters/{posterId}/replacement")
@Produces(MediaType.APPLICATION_JSON)
public final class PosterReplacementResource {
  private final TendPosters tendPosters;
  private final PosterLinks links;

  public PosterReplacementResource(TendPosters tendPosters, PosterLinks links) {
    this.tendPosters = tendPosters;
    this.links = links;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Allowed(Role.RESIDENT)
  public Response replace(
      @Context Caller.Resident caller,
      @PathParam("id") UUID venue,
      @PathParam("posterId") UUID poster,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      ReplacementRequest request) {
    var fields = new Fields();
    var label = fields.optional("label", request.label(), PosterLabel::new);
    var overlap = fields.optional("overlap", request.overlap(), PosterReplacementResource::overlap);
    fields.verify();
    Poster issued =
        tendPosters
            .replace(
                caller,
                new VenueId(venue),
                new PosterId(poster),
                label.get(),
                overlap.get().orElse(Overlap.DEFAULT),
                CreationKeys.of(caller, "replacement/" + poster, key))
            .orElseThrow(ProblemException::of);
    return Response.status(Response.Status.CREATED)
        .entity(PosterResponse.of(issued, links))
        .build();
  }

  private static Overlap overlap(String text) {
    try {
      return new Overlap(Duration.parse(text));
    } catch (DateTimeException e) {
      throw new InvalidValue("overlap", Rule.FORMAT);
    }
  }

  record ReplacementRequest(@Nullable String label, @Nullable String overlap) {}
}
