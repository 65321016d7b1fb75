package cn.venuepass.application.cases;

import static cn.venuepass.application.Denial.Plain.NOT_FOUND;

import cn.venuepass.application.Result;
import cn.venuepass.application.tracing.FindContacts;
import cn.venuepass.application.tracing.Trajectory;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.cases.Case;
import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.cases.TakenStatement;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.tracing.Interval;
import cn.venuepass.domain.tracing.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

final class TrajectoryService implements ViewTrajectories {
  private final CaseRepository cases;
  private final ContactLists lists;
  private final FindContacts findContacts;
  private final CaseAccess access;
  private final CaseViews views;
  private final CaseJournal journal;
  private final InstantSource clock;

  TrajectoryService(
      CaseRepository cases,
      ContactLists lists,
      FindContacts findContacts,
      CaseAccess access,
      CaseViews views,
      CaseJournal journal,
      InstantSource clock) {
    this.cases = cases;
    this.lists = lists;
    this.findContacts = findContacts;
    this.access = access;
    this.views = views;
    this.journal = journal;
    this.clock = clock;
  }

  @Override
  public Result<Seen> ofIndex(Caller.Staff tracer, CaseId of) {
    return access
        .toLook(tracer, of)
        .map(found -> seen(tracer, found, found.index(), views.window(found)));
  }

  @Override
  public Result<Seen> ofContact(Caller.Staff tracer, CaseId of, PersonId contact) {
    return access
        .toLook(tracer, of)
        .flatMap(
            found ->
                lists.isOrWas(of, contact)
                    ? Result.done(seen(tracer, found, contact, since(found)))
                    : Result.denied(NOT_FOUND));
  }

  /** The stays of somebody as the case sees them now. */
  Trajectory trajectory(Case of, PersonId person, Interval span, List<Statement> told) {
    return findContacts.trajectory(person, span, of.division(), told, clock.instant());
  }

  /** When somebody's stays matter to the case. */
  Interval span(Case of, PersonId person) {
    return person.equals(of.index()) ? views.window(of) : since(of);
  }

  /** A contact's isolation is not the index person's. */
  Interval since(Case of) {
    Instant now = clock.instant();
    return new Interval(views.window(of).from(), now);
  }

  private Seen seen(Caller.Staff tracer, Case of, PersonId person, Interval span) {
    List<Statement> told =
        cases.statementsOf(of.id()).stream()
            .filter(TakenStatement::stands)
            .map(TakenStatement::told)
            .filter(statement -> statement.person().equals(person))
            .toList();
    journal.noteLook(tracer, of, AuditAction.TRAJECTORY_VIEWED, List.of(person));
    return new Seen(views.people().of(of, person), span, trajectory(of, person, span, told), told);
  }
}
