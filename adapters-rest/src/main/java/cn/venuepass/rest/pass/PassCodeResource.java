package cn.venuepass.rest.pass;

import cn.venuepass.application.pass.ShowPassCode;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.CodePicture;
import cn.venuepass.rest.access.Allowed;
import cn.venuepass.rest.problem.ProblemException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The caller's own pass code. */
@Path(ApiPaths.BASE + "/me/pass-code")
public final class PassCodeResource {
  private final ShowPassCode showPassCode;

  public PassCodeResource(ShowPassCode showPassCode) {
    this.showPassCode = showPassCode;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Allowed(Role.RESIDENT)
  public PassCodeResponse show(@Context Caller.Resident caller) {
    return showPassCode
        .show(caller, Optional.empty())
        .map(PassCodeResponse::of)
        .orElseThrow(ProblemException::of);
  }

  @GET
  @Path("image")
  @Produces({CodePicture.PNG, CodePicture.SVG})
  @Allowed(Role.RESIDENT)
  public Response image(
      @Context Caller.Resident caller, @QueryParam("format") @Nullable String format) {
    return CodePicture.of(
        format,
        wanted ->
            showPassCode.draw(caller, Optional.empty(), wanted).orElseThrow(ProblemException::of));
  }
}
