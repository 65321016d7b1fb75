package cn.venuepass.rest.venue;

import cn.venuepass.application.venue.ManagePosters;
import cn.venuepass.application.venue.PosterLinks;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.Poster;
import cn.venuepass.domain.venue.PosterId;
import cn.venuepass.domain.venue.PosterLabel;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.CodePicture;
import cn.venuepass.rest.access.Allowed;
import cn.venuepass.rest.access.CreationKeys;
import cn.venuepass.rest.json.Fields;
import cn.venuepass.rest.json.ItemsResponse;
import cn.venuepass.rest.problem.ProblemException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A venue's posters. */
@Path(ApiPaths.BASE + "/venues/{id}/posters")
public final class PostersResource {
  private static final String PDF = "application/pdf";

  private final ManagePosters posters;
  private final PosterLinks links;

  public PostersResource(ManagePosters posters, PosterLinks links) {
    this.posters = posters;
    this.links = links;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Allowed(Role.RESIDENT)
  public ItemsResponse<PosterResponse> list(
      @Context Caller.Resident caller, @PathParam("id") UUID venue) {
    return posters
        .list(caller, new VenueId(venue))
        .map(list -> new ItemsResponse<>(list.stream().map(this::response).toList()))
        .orElseThrow(ProblemException::of);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Allowed(Role.RESIDENT)
  public Response issue(
      @Context Caller.Resident caller,
      @PathParam("id") UUID venue,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      PosterRequest request) {
    var fields = new Fields();
    var direction =
        fields.required("direction", request.direction(), Fields.oneOf(Direction.class));
    var label = fields.optional("label", request.label(), PosterLabel::new);
    fields.verify();
    Poster poster =
        posters
            .issue(
                caller,
                new VenueId(venue),
                direction.get(),
                label.get(),
                CreationKeys.of(caller, "poster/" + venue, key))
            .orElseThrow(ProblemException::of);
    return Response.status(Response.Status.CREATED).entity(response(poster)).build();
  }

  @DELETE
  @Path("{posterId}")
  @Allowed(Role.RESIDENT)
  public void revoke(
      @Context Caller.Resident caller,
      @PathParam("id") UUID venue,
      @PathParam("posterId") UUID poster) {
    posters
        .revoke(caller, new VenueId(venue), new PosterId(poster))
        .orElseThrow(ProblemException::of);
  }

  @GET
  @Path("{posterId}/image")
  @Produces({CodePicture.PNG, CodePicture.SVG})
  @Allowed(Role.RESIDENT)
  public Response image(
      @Context Caller.Resident caller,
      @PathParam("id") UUID venue,
      @PathParam("posterId") UUID poster,
      @QueryParam("format") @Nullable String format,
      @QueryParam("plain") @Nullable String plain) {
    var fields = new Fields();
    var bare = fields.optional("plain", plain, Fields::flag);
    fields.verify();
    return CodePicture.of(
        format,
        wanted ->
            (bare.get().orElse(false)
                    ? posters.draw(caller, new VenueId(venue), new PosterId(poster), wanted)
                    : posters.paint(caller, new VenueId(venue), new PosterId(poster), wanted))
                .orElseThrow(ProblemException::of));
  }

  @GET
  @Path("{posterId}/sheet")
  @Produces(PDF)
  @Allowed(Role.RESIDENT)
  public byte[] sheet(
      @Context Caller.Resident caller,
      @PathParam("id") UUID venue,
      @PathParam("posterId") UUID poster) {
    return posters
        .print(caller, new VenueId(venue), new PosterId(poster))
        .orElseThrow(ProblemException::of);
  }

  private PosterResponse response(Poster poster) {
    return PosterResponse.of(poster, links);
  }

  record PosterRequest(@Nullable String direction, @Nullable String label) {}
}
