package cn.venuepass.rest.followup;

import cn.venuepass.application.followup.FollowContacts;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.access.Allowed;
import cn.venuepass.rest.problem.ProblemException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;

/** What the team of a case does for one contact. */
@Path(ApiPaths.BASE + "/cases/{id}/contacts/{personRef}/follow-up")
@Produces(MediaType.APPLICATION_JSON)
public final class ContactFollowUpResource {
  private final FollowContacts followUps;

  public ContactFollowUpResource(FollowContacts followUps) {
    this.followUps = followUps;
  }

  @GET
  @Allowed(Role.TRACER)
  public FollowUpResponse.WithSteps view(
      @Context Caller.Staff caller,
      @PathParam("id") UUID id,
      @PathParam("personRef") UUID contact) {
    return followUps
        .view(caller, new CaseId(id), new PersonId(contact))
        .map(FollowUpResponse.WithSteps::of)
        .orElseThrow(ProblemException::of);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Allowed(Role.TRACER)
  public FollowUpResponse.State note(
      @Context Caller.Staff caller,
      @PathParam("id") UUID id,
      @PathParam("personRef") UUID contact,
      StepRequest request) {
    return followUps
        .note(caller, new CaseId(id), new PersonId(contact), request.report())
        .map(followed -> FollowUpResponse.State.of(followed.drill(), followed.followUp()))
        .orElseThrow(ProblemException::of);
  }
}
