package cn.venuepass.application.audit;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Username;
import cn.venuepass.domain.audit.AuditEvent;
import java.util.Optional;

/** An auditor reads who did what in their jurisdiction, which is noted itself. */
@FunctionalInterface
public interface ViewAuditLog {

  /**
   * The events of the jurisdiction, the latest first.
   *
   * @param by only what the member of staff with that name did; nothing if nobody has it
   */
  Page<Shown> list(
      Caller.Staff auditor, AuditLog.Query query, Optional<Username> by, PageRequest request);

  /**
   * An event as an auditor sees it.
   *
   * @param username of the member of staff who did it, if one did
   */
  record Shown(AuditEvent event, Optional<Username> username) {}
}
