package cn.venuepass.rest.cases;

import cn.venuepass.application.Result;
import cn.venuepass.application.cases.CaseUseCases;
import cn.venuepass.application.cases.ContactLists.Filter;
import cn.venuepass.application.cases.FitToCapacity;
import cn.venuepass.application.cases.ViewContacts;
import cn.venuepass.application.cases.ViewContacts.Listed;
import cn.venuepass.application.cases.ViewTrajectories;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.tracing.ContactGrade;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.access.Allowed;
import cn.venuepass.rest.json.Fields;
import cn.venuepass.rest.problem.ProblemException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where the people of a case were, and whom they met. */
@Path(ApiPaths.BASE + "/cases")
@Produces(MediaType.APPLICATION_JSON)
public final class CaseContactsResource {
  private static final int MOST_MINUTES = 1_000_000;

  private final ViewContacts viewContacts;
  private final FitToCapacity fitToCapacity;
  private final ViewTrajectories viewTrajectories;

  public CaseContactsResource(CaseUseCases cases) {
    this.viewContacts = cases.viewContacts();
    this.fitToCapacity = cases.fitToCapacity();
    this.viewTrajectories = cases.viewTrajectories();
  }

  @GET
  @Path("{id}/trajectory")
  @Allowed(Role.TRACER)
  public TrajectoryResponse trajectory(@Context Caller.Staff caller, @PathParam("id") UUID id) {
    return viewTrajectories
        .ofIndex(caller, new CaseId(id))
        .map(TrajectoryResponse::of)
        .orElseThrow(ProblemException::of);
  }

  @GET
  @Path("{id}/contacts/{personRef}/trajectory")
  @Allowed(Role.TRACER)
  public TrajectoryResponse trajectory(
      @Context Caller.Staff caller,
      @PathParam("id") UUID id,
      @PathParam("personRef") UUID personRef) {
    return viewTrajectories
        .ofContact(caller, new CaseId(id), new PersonId(personRef))
        .map(TrajectoryResponse::of)
        .orElseThrow(ProblemException::of);
  }

  @GET
  @Path("{id}/contacts")
  @Allowed(Role.TRACER)
  public ContactsResponse list(
      @Context Caller.Staff caller,
      @PathParam("id") UUID id,
      @QueryParam("ring") @Nullable String ring,
      @QueryParam("grade") @Nullable String grade,
      @QueryParam("minOverlapMinutes") @Nullable String minutes,
      @QueryParam("staff") @Nullable String staff,
      @QueryParam("within") @Nullable String within,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var fields = new Fields();
    var one = fields.optional("ring", ring, Fields.numberWithin(1, 2));
    var sure = fields.optional("grade", grade, Fields.oneOf(ContactGrade.class));
    var least = fields.optional("minOverlapMinutes", minutes, Fields.numberWithin(0, MOST_MINUTES));
    var works = fields.optional("staff", staff, Fields::flag);
    var calls = fields.optional("within", within, Fields.numberWithin(1, FitToCapacity.MOST_CALLS));
    fields.verify();
    var filter = new Filter(one.get(), sure.get(), least.get(), works.get());
    var part = PlaceCursor.part(limit, cursor);
    if (calls.get().isPresent() && !filter.equals(Filter.ALL)) {
      throw new InvalidValue("within", Rule.EXACTLY_ONE);
    }
    Result<Listed> listed =
        calls
            .get()
            .map(most -> fitToCapacity.list(caller, new CaseId(id), most, part))
            .orElseGet(() -> viewContacts.list(caller, new CaseId(id), filter, part));
    return listed.map(ContactsResponse::of).orElseThrow(ProblemException::of);
  }

  @GET
  @Path("{id}/capacity")
  @Allowed(Role.TRACER)
  public CapacityResponse fit(
      @Context Caller.Staff caller,
      @PathParam("id") UUID id,
      @QueryParam("calls") @Nullable String calls) {
    var fields = new Fields();
    var most = fields.required("calls", calls, Fields.numberWithin(1, FitToCapacity.MOST_CALLS));
    fields.verify();
    return fitToCapacity
        .plan(caller, new CaseId(id), most.get())
        .map(CapacityResponse::of)
        .orElseThrow(ProblemException::of);
  }

  record ContactsResponse(
      List<ContactResponse> items, @Nullable String next, RevisionResponse revision) {
    static ContactsResponse of(Listed listed) {
      return new ContactsResponse(
          listed.contacts().stream().map(ContactResponse::of).toList(),
          PlaceCursor.text(listed.next()),
          RevisionResponse.of(listed.revision()));
    }
  }
}
