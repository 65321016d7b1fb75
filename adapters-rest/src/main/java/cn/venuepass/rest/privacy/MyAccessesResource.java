package cn.venuepass.rest.privacy;

import cn.venuepass.application.privacy.ViewAccesses;
import cn.venuepass.application.privacy.ViewAccesses.MyAccess;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.audit.AuditEvent;
import cn.venuepass.domain.audit.AuditPurpose;
import cn.venuepass.domain.person.FamilyLinkId;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.access.Allowed;
import cn.venuepass.rest.json.PageResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who looked at the caller's data. */
@Path(ApiPaths.BASE + "/me/accesses")
@Produces(MediaType.APPLICATION_JSON)
public final class MyAccessesResource {
  private final ViewAccesses viewAccesses;

  public MyAccessesResource(ViewAccesses viewAccesses) {
    this.viewAccesses = viewAccesses;
  }

  @GET
  @Allowed(Role.RESIDENT)
  public PageResponse<AccessResponse> list(
      @Context Caller.Resident caller,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return PageResponse.of(
        viewAccesses.list(caller, PageResponse.request(limit, cursor)), AccessResponse::of);
  }

  /**
   * A look at somebody's data. Whoever looked is named by what they are.
   *
   * @param own whether the caller's own data was looked at
   * @param forFamily the family members whose data was
   */
  record AccessResponse(
      Instant at,
      By by,
      AuditAction action,
      AuditPurpose purpose,
      @Nullable String reference,
      boolean own,
      List<UUID> forFamily) {
    static AccessResponse of(MyAccess seen) {
      AuditEvent event = seen.access().event();
      return new AccessResponse(
          event.at(),
          new By(
              event.actor().role().orElse("SYSTEM"),
              seen.access().divisionName().orElse(null),
              seen.access().venueName().orElse(null)),
          event.deed().action(),
          event.deed().purpose(),
          event.deed().reference().orElse(null),
          seen.own(),
          seen.family().stream().map(FamilyLinkId::value).toList());
    }
  }

  /** Who looked: a role, with its division, and the venue that it was for. */
  record By(String role, @Nullable String divisionName, @Nullable String venueName) {}
}
