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
import java.util.ArrayList;
import java.util.List;

/** Writes down what tracers look at and do for a case, each under the case's id. */
public final class CaseJournal {
  /** How many people one entry of the log names at most. */
  static final int SLICE = 1_000;

  private final AuditTrail audit;

  public CaseJournal(AuditTrail audit) {
    this.audit = audit;
  }

  /** Notes something that was done; inside a transaction if, and only if, that is committed. */
  public void note(Caller.Staff tracer, Case of, AuditAction action, List<PersonId> people) {
    audit.note(actor(tracer), slices(deed(action, of), people));
  }

  /** Notes a look at people's data; one that shows nobody is none. */
  public void noteLook(Caller.Staff tracer, Case of, AuditAction action, List<PersonId> people) {
    if (!people.isEmpty()) {
      note(tracer, of, action, people);
    }
  }

  /** Notes what the service did by itself. */
  public void noteBySystem(Case of, AuditAction action) {
    audit.note(new Actor.OfSystem(), deed(action, of));
  }

  public void note(Caller.Staff tracer, Deed deed) {
    audit.note(actor(tracer), deed);
  }

  public static Deed deed(AuditAction action, Case of) {
    return Deed.of(action, purpose(of)).within(of.division()).under(of.id().value().toString());
  }

  private static AuditPurpose purpose(Case of) {
    return of.drill() ? AuditPurpose.DRILL : AuditPurpose.TRACING;
  }

  private static Actor actor(Caller.Staff tracer) {
    boolean traces = tracer.account().roles().contains(Role.TRACER);
    return traces ? Actor.staff(tracer, Role.TRACER) : Actor.staff(tracer);
  }

  private static List<Deed> slices(Deed deed, List<PersonId> people) {
    List<Deed> deeds = new ArrayList<>();
    for (int from = 0; from == 0 || from < people.size(); from += SLICE) {
      deeds.add(deed.about(people.subList(from, Math.min(people.size(), from + SLICE))));
    }
    return deeds;
  }
}
