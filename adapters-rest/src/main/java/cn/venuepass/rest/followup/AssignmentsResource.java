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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;

/** Puts contacts of a case into the hands of its team. */
@Path(ApiPaths.BASE + "/cases/{id}/assignments")
@Produces(MediaType.APPLICATION_JSON)
public final class AssignmentsResource {
  private final FollowContacts followUps;

  public AssignmentsResource(FollowContacts followUps) {
    this.followUps = followUps;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Allowed(Role.TRACER)
  public AssignmentResponse assign(
      @Context Caller.Staff caller, @PathParam("id") UUID id, AssignmentRequest request) {
    return followUps
        .assign(caller, new CaseId(id), request.order())
        .map(AssignmentResponse::of)
        .orElseThrow(ProblemException::of);
  }

  record AssignmentResponse(boolean drill, int assigned, List<UUID> personRefs) {
    static AssignmentResponse of(FollowContacts.Assignment done) {
      List<UUID> people = done.people().stream().map(PersonId::value).toList();
      return new AssignmentResponse(done.drill(), people.size(), people);
    }
  }
}
