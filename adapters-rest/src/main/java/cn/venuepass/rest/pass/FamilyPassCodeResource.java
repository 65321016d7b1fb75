package cn.venuepass.rest.pass;

import cn.venuepass.application.pass.ShowPassCode;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.person.FamilyLinkId;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.CodePicture;
import cn.venuepass.rest.access.Allowed;
import cn.venuepass.rest.problem.ProblemException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The pass code of a family member, on the screen of whoever looks after them. */
@Path(ApiPaths.BASE + "/me/family/{id}/pass-code")
public final class FamilyPassCodeResource {
  private final ShowPassCode showPassCode;

  public FamilyPassCodeResource(ShowPassCode showPassCode) {
    this.showPassCode = showPassCode;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Allowed(Role.RESIDENT)
  public PassCodeResponse show(@Context Caller.Resident caller, @PathParam("id") UUID id) {
    return showPassCode
        .show(caller, Optional.of(new FamilyLinkId(id)))
        .map(PassCodeResponse::of)
        .orElseThrow(ProblemException::of);
  }

  @GET
  @Path("image")
  @Produces({CodePicture.PNG, CodePicture.SVG})
  @Allowed(Role.RESIDENT)
  public Response image(
      @Context Caller.Resident caller,
      @PathParam("id") UUID id,
      @QueryParam("format") @Nullable String format) {
    return CodePicture.of(
        format,
        wanted ->
            showPassCode
                .draw(caller, Optional.of(new FamilyLinkId(id)), wanted)
                .orElseThrow(ProblemException::of));
  }
}
