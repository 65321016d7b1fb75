package cn.venuepass.rest.pass;

import cn.venuepass.application.pass.ManagePaperPasses;
import cn.venuepass.application.pass.ManagePaperPasses.IssuedPass;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.person.FamilyLinkId;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.CodePicture;
import cn.venuepass.rest.access.Allowed;
import cn.venuepass.rest.problem.ProblemException;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The printed pass of a family member. */
@Path(ApiPaths.BASE + "/me/family/{id}/paper-pass")
public final class PaperPassResource {
  private static final String PDF = "application/pdf";

  private final ManagePaperPasses passes;

  public PaperPassResource(ManagePaperPasses passes) {
    this.passes = passes;
  }

  @POST
  @Produces(MediaType.APPLICATION_JSON)
  @Allowed(Role.RESIDENT)
  public Response issue(@Context Caller.Resident caller, @PathParam("id") UUID id) {
    IssuedPass pass = passes.issue(caller, new FamilyLinkId(id)).orElseThrow(ProblemException::of);
    return Response.status(Response.Status.CREATED).entity(PaperPassResponse.of(pass)).build();
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Allowed(Role.RESIDENT)
  public PaperPassResponse view(@Context Caller.Resident caller, @PathParam("id") UUID id) {
    return passes
        .view(caller, new FamilyLinkId(id))
        .map(PaperPassResponse::of)
        .orElseThrow(ProblemException::of);
  }

  @DELETE
  @Allowed(Role.RESIDENT)
  public void revoke(@Context Caller.Resident caller, @PathParam("id") UUID id) {
    passes.revoke(caller, new FamilyLinkId(id)).orElseThrow(ProblemException::of);
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
            passes.draw(caller, new FamilyLinkId(id), wanted).orElseThrow(ProblemException::of));
  }

  @GET
  @Path("card")
  @Produces(PDF)
  @Allowed(Role.RESIDENT)
  public byte[] card(@Context Caller.Resident caller, @PathParam("id") UUID id) {
    return passes.print(caller, new FamilyLinkId(id)).orElseThrow(ProblemException::of);
  }

  /** A paper pass that is good. */
  record PaperPassResponse(String code, Instant issuedAt) {
    static PaperPassResponse of(IssuedPass pass) {
      return new PaperPassResponse(pass.code(), pass.issuedAt());
    }

    @Override
    public String toString() {
      return "PaperPassResponse[***]";
    }
  }
}
