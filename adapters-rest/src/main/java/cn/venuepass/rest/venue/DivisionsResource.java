package cn.venuepass.rest.venue;

import cn.venuepass.application.venue.BrowseReferenceData;
import cn.venuepass.application.venue.MaintainDivisions;
import cn.venuepass.application.venue.MaintainDivisions.ImportReport;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.access.Allowed;
import cn.venuepass.rest.access.SignedIn;
import cn.venuepass.rest.json.Fields;
import cn.venuepass.rest.json.ItemsResponse;
import cn.venuepass.rest.problem.Messages;
import cn.venuepass.rest.problem.ProblemException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The tree of divisions, for everybody who is signed in to choose from; administrators keep what
 * lies below their own division.
 */
@Path(ApiPaths.BASE + "/divisions")
@Produces(MediaType.APPLICATION_JSON)
public final class DivisionsResource {
  private final BrowseReferenceData reference;
  private final MaintainDivisions divisions;

  public DivisionsResource(BrowseReferenceData reference, MaintainDivisions divisions) {
    this.reference = reference;
    this.divisions = divisions;
  }

  @GET
  @SignedIn
  public ItemsResponse<DivisionResponse> list(@QueryParam("parent") @Nullable String parent) {
    var fields = new Fields();
    var above = fields.optional("parent", parent, DivisionCode::new);
    fields.verify();
    return new ItemsResponse<>(
        reference.divisions(above.get()).stream().map(DivisionResponse::of).toList());
  }

  @PUT
  @Path("{code}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Allowed(Role.ADMIN)
  public DivisionResponse save(
      @Context Caller.Staff caller, @PathParam("code") String code, DivisionRequest request) {
    var fields = new Fields();
    var division = fields.required("code", code, DivisionCode::new);
    var name = fields.required("name", request.name(), Function.<String>identity());
    var parent = fields.required("parent", request.parent(), DivisionCode::new);
    fields.verify();
    return divisions
        .save(caller, division.get(), name.get(), parent.get())
        .map(DivisionResponse::of)
        .orElseThrow(ProblemException::of);
  }

  @DELETE
  @Path("{code}")
  @Allowed(Role.ADMIN)
  public void remove(@Context Caller.Staff caller, @PathParam("code") String code) {
    var fields = new Fields();
    var division = fields.required("code", code, DivisionCode::new);
    fields.verify();
    divisions.remove(caller, division.get()).orElseThrow(ProblemException::of);
  }

  @POST
  @Path("import")
  @Consumes("text/csv")
  @Allowed(Role.ADMIN)
  public ImportResponse load(
      @Context Caller.Staff caller, @Context Messages messages, InputStream csv)
      throws IOException {
    return ImportResponse.of(divisions.load(caller, DivisionsCsv.read(csv)), messages);
  }

  record DivisionRequest(@Nullable String name, @Nullable String parent) {}

  /** What became of a file: all lines accepted, or the wrong ones named and none accepted. */
  record ImportResponse(int accepted, List<RejectedLine> rejected) {
    static ImportResponse of(ImportReport report, Messages messages) {
      return new ImportResponse(
          report.accepted(),
          report.rejected().stream()
              .map(
                  wrong ->
                      new RejectedLine(
                          wrong.line(), wrong.fault().field(), messages.of(wrong.fault().rule())))
              .toList());
    }
  }

  record RejectedLine(int line, String field, String message) {}
}
