package cn.venuepass.application.audit;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.access.Username;
import cn.venuepass.domain.audit.Actor;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.audit.AuditEvent;
import cn.venuepass.domain.audit.AuditPurpose;
import cn.venuepass.domain.audit.Deed;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class AuditViewService implements ViewAuditLog {
  private final AuditLog log;
  private final StaffNames names;
  private final AuditTrail audit;

  AuditViewService(AuditLog log, StaffNames names, AuditTrail audit) {
    this.log = log;
    this.names = names;
    this.audit = audit;
  }

  @Override
  public Page<Shown> list(
      Caller.Staff auditor, AuditLog.Query query, Optional<Username> by, PageRequest request) {
    Page<Shown> shown =
        (by.isEmpty() ? Optional.of(query) : by.flatMap(names::named).flatMap(query::byStaff))
            .map(asked -> named(log.list(auditor.account().jurisdiction(), asked, request)))
            .orElseGet(() -> new Page<>(List.of(), Optional.empty()));
    audit.note(
        Actor.staff(auditor, Role.AUDITOR), Deed.of(AuditAction.AUDIT_VIEWED, AuditPurpose.AUDIT));
    return shown;
  }

  private Page<Shown> named(Page<AuditEvent> page) {
    Map<StaffId, Username> known =
        names.namesOf(page.items().stream().flatMap(event -> staff(event).stream()).toList());
    return page.map(
        event -> new Shown(event, staff(event).flatMap(id -> Optional.ofNullable(known.get(id)))));
  }

  private static Optional<StaffId> staff(AuditEvent event) {
    return event.actor() instanceof Actor.OfStaff own ? Optional.of(own.staff()) : Optional.empty();
  }
}
