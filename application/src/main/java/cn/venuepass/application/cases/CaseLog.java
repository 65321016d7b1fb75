package cn.venuepass.application.cases;

import cn.venuepass.application.audit.AuditTrail;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.audit.Actor;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.audit.AuditPurpose;
import cn.venuepass.domain.audit.Deed;
import cn.venuepass.domain.cases.Case;
import cn.venuepass.domain.person.PersonId;
import java.util.Collection;
import java.util.List;

/** Notes what tracers do and look at, each under the case that it is for. */
public final class CaseLog {
  private final AuditTrail audit;

  public CaseLog(AuditTrail audit) {
    this.audit = audit;
  }

  /** Notes a deed, inside its transaction. */
  public void note(Caller.Staff tracer, AuditAction action, Case of) {
    audit.note(Actor.staff(tracer, Role.TRACER), deed(action, of).about(List.of(of.index())));
  }

  /** Notes whose data was looked at. */
  public void noteLook(
      Caller.Staff tracer, AuditAction action, Case of, Collection<PersonId> people) {
    audit.noteLook(Actor.staff(tracer, Role.TRACER), deed(action, of).about(people));
  }

  private static Deed deed(AuditAction action, Case of) {
    return Deed.of(action, of.drill() ? AuditPurpose.DRILL : AuditPurpose.TRACING)
        .within(of.division())
        .under(of.id().value().toString());
  }
}
