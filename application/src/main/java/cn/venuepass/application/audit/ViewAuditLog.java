package cn.venuepass.application.audit;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.audit.AuditEvent;

/** An auditor reads who did what in their jurisdiction, which is noted itself. */
@FunctionalInterface
public interface ViewAuditLog {

  /** The events of the jurisdiction, the latest first. */
  Page<AuditEvent> list(Caller.Staff auditor, AuditLog.Query query, PageRequest request);
}
