package cn.venuepass.rest.inspection;

import cn.venuepass.application.photo.KeepPhotos;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.inspection.InspectionId;
import cn.venuepass.domain.photo.Photo;
import cn.venuepass.domain.photo.PhotoId;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.access.Allowed;
import cn.venuepass.rest.access.CreationKeys;
import cn.venuepass.rest.inspection.InspectionResponse.PhotoResponse;
import cn.venuepass.rest.json.BodyUpTo;
import cn.venuepass.rest.problem.ProblemException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Photos of an inspection; who sees it sees them. */
@Path(ApiPaths.BASE + "/inspections/{id}/photos")
public final class InspectionPhotosResource {
  private static final String JPEG = "image/jpeg";
  private static final String PNG = "image/png";
  private static final int MOST_BYTES = 5 * 1024 * 1024;

  private final KeepPhotos photos;

  public InspectionPhotosResource(KeepPhotos photos) {
    this.photos = photos;
  }

  @POST
  @Consumes({JPEG, PNG})
  @Produces(MediaType.APPLICATION_JSON)
  @BodyUpTo(MOST_BYTES)
  @Allowed({Role.SUPERVISOR, Role.RESIDENT})
  public Response add(
      @Context Caller caller,
      @PathParam("id") UUID inspection,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      byte[] picture) {
    Photo photo =
        photos
            .add(
                caller,
                new InspectionId(inspection),
                picture,
                CreationKeys.of(caller, "photo/" + inspection, key))
            .orElseThrow(ProblemException::of);
    return Response.status(Response.Status.CREATED).entity(PhotoResponse.of(photo)).build();
  }

  @GET
  @Path("{photoId}")
  @Produces(JPEG)
  @Allowed({Role.SUPERVISOR, Role.RESIDENT})
  public byte[] open(
      @Context Caller caller, @PathParam("id") UUID inspection, @PathParam("photoId") UUID photo) {
    return photos
        .open(caller, new InspectionId(inspection), new PhotoId(photo))
        .orElseThrow(ProblemException::of);
  }
}
