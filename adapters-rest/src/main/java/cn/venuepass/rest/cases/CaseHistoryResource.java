package cn.venuepass.rest.cases;

import cn.venuepass.application.cases.CaseUseCases;
import cn.venuepass.application.cases.TakeStatements;
import cn.venuepass.application.cases.ViewContacts;
import cn.venuepass.application.cases.ViewContacts.Changed;
import cn.venuepass.application.cases.ViewContacts.NamedChange;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.cases.ContactChange;
import cn.venuepass.domain.tracing.Statement;
import cn.venuepass.domain.tracing.StatementId;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.access.Allowed;
import cn.venuepass.rest.access.CreationKeys;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was told of a case, and how its list of contacts came to be so. */
@Path(ApiPaths.BASE + "/cases")
@Produces(MediaType.APPLICATION_JSON)
public final class CaseHistoryResource {
  private final TakeStatements takeStatements;
  private final ViewContacts viewContacts;

  public CaseHistoryResource(CaseUseCases cases) {
    this.takeStatements = cases.takeStatements();
    this.viewContacts = cases.viewContacts();
  }

  @POST
  @Path("{id}/statements")
  @Consumes(MediaType.APPLICATION_JSON)
  @Allowed(Role.TRACER)
  public Response take(
      @Context Caller.Staff caller,
      @PathParam("id") UUID id,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      StatementRequest request) {
    Statement taken =
        takeStatements
            .take(caller, new CaseId(id), request.told(), CreationKeys.of(caller, "statement", key))
            .orElseThrow(ProblemException::of);
    return Response.status(Response.Status.CREATED).entity(StatementResponse.of(taken)).build();
  }

  @GET
  @Path("{id}/statements")
  @Allowed(Role.TRACER)
  public ItemsResponse<StatementResponse> statements(
      @Context Caller.Staff caller, @PathParam("id") UUID id) {
    return takeStatements
        .list(caller, new CaseId(id))
        .map(told -> new ItemsResponse<>(told.stream().map(StatementResponse::of).toList()))
        .orElseThrow(ProblemException::of);
  }

  @DELETE
  @Path("{id}/statements/{statementId}")
  @Allowed(Role.TRACER)
  public void withdraw(
      @Context Caller.Staff caller,
      @PathParam("id") UUID id,
      @PathParam("statementId") UUID statement) {
    takeStatements
        .withdraw(caller, new CaseId(id), new StatementId(statement))
        .orElseThrow(ProblemException::of);
  }

  @GET
  @Path("{id}/revisions")
  @Allowed(Role.TRACER)
  public ItemsResponse<RevisionResponse> revisions(
      @Context Caller.Staff caller, @PathParam("id") UUID id) {
    return viewContacts
        .revisions(caller, new CaseId(id))
        .map(all -> new ItemsResponse<>(all.stream().map(RevisionResponse::of).toList()))
        .orElseThrow(ProblemException::of);
  }

  @GET
  @Path("{id}/revisions/{number}")
  @Allowed(Role.TRACER)
  public ChangesResponse changes(
      @Context Caller.Staff caller, @PathParam("id") UUID id, @PathParam("number") int number) {
    return viewContacts
        .changes(caller, new CaseId(id), number)
        .map(ChangesResponse::of)
        .orElseThrow(ProblemException::of);
  }

  /**
   * What changed.
   *
   * @param count how many changes there are, of which only the first are listed
   */
  record ChangesResponse(RevisionResponse revision, List<ChangeResponse> changes, int count) {
    static ChangesResponse of(Changed changed) {
      return new ChangesResponse(
          RevisionResponse.of(changed.revision()),
          changed.changes().stream().map(ChangeResponse::of).toList(),
          changed.all());
    }
  }

  record ChangeResponse(
      UUID personRef,
      String name,
      @Nullable String phone,
      ContactChange.Kind kind,
      ContactChange.@Nullable Standing before,
      ContactChange.@Nullable Standing after) {
    static ChangeResponse of(NamedChange named) {
      PersonResponse person = PersonResponse.of(named.person());
      return new ChangeResponse(
          person.personRef(),
          person.name(),
          person.phone(),
          named.change().kind(),
          named.change().before().orElse(null),
          named.change().after().orElse(null));
    }

    @Override
    public String toString() {
      return "ChangeResponse[***]";
    }
  }
}
