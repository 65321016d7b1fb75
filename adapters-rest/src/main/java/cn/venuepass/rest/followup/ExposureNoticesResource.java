package cn.venuepass.rest.followup;

import cn.venuepass.application.followup.NotifyContacts;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.cases.CaseId;
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
import java.util.UUID;

/** Tells the contacts of a case. */
@Path(ApiPaths.BASE + "/cases/{id}/exposure-notices")
@Produces(MediaType.APPLICATION_JSON)
public final class ExposureNoticesResource {
  private final NotifyContacts notices;

  public ExposureNoticesResource(NotifyContacts notices) {
    this.notices = notices;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Allowed(Role.TRACER)
  public NotifyContacts.Told tell(
      @Context Caller.Staff caller, @PathParam("id") UUID id, NoticeRequest request) {
    NoticeRequest.Whom whom = request.whom();
    return notices
        .tell(caller, new CaseId(id), whom.grades(), whom.rings())
        .orElseThrow(ProblemException::of);
  }
}
