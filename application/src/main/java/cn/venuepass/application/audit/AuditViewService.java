package cn.venuepass.application.audit;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.audit.Actor;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.audit.AuditEvent;
import cn.venuepass.domain.audit.AuditPurpose;
import cn.venuepass.domain.audit.Deed;

final class AuditViewService implements ViewAuditLog {
  private final AuditLog log;
  private final AuditTrail audit;

  AuditViewService(AuditLog log, AuditTrail audit) {
    this.log = log;
    this.audit = audit;
  }

  @Override
  public Page<AuditEvent> list(Caller.Staff auditor, AuditLog.Query query, PageRequest request) {
    Page<AuditEvent> shown = log.list(auditor.account().jurisdiction(), query, request);
    audit.note(
        Actor.staff(auditor, Role.AUDITOR), Deed.of(AuditAction.AUDIT_VIEWED, AuditPurpose.AUDIT));
    return shown;
  }
}
