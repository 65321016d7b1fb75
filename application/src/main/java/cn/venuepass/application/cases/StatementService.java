package cn.venuepass.application.cases;

import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static cn.venuepass.application.Denial.Plain.STATEMENTS_FULL;

import cn.venuepass.application.CreationKey;
import cn.venuepass.application.Creations;
import cn.venuepass.application.Result;
import cn.venuepass.application.Transactions;
import cn.venuepass.application.venue.VenueRepository;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.cases.Case;
import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.cases.Revision;
import cn.venuepass.domain.cases.TakenStatement;
import cn.venuepass.domain.cases.TakenStatement.Withdrawal;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.tracing.Statement;
import cn.venuepass.domain.tracing.StatementId;
import cn.venuepass.domain.tracing.TracedStay;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.VisitId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

final class StatementService implements TakeStatements {
  private final CaseRepository cases;
  private final ContactLists lists;
  private final VenueRepository venues;
  private final TrajectoryService trajectories;
  private final CaseAccess access;
  private final KeepTrace keepTrace;
  private final Creations creations;
  private final Transactions transactions;
  private final CaseJournal journal;
  private final InstantSource clock;

  StatementService(
      CaseRepository cases,
      ContactLists lists,
      VenueRepository venues,
      TrajectoryService trajectories,
      CaseAccess access,
      KeepTrace keepTrace,
      Creations creations,
      Transactions transactions,
      CaseJournal journal,
      InstantSource clock) {
    this.cases = cases;
    this.lists = lists;
    this.venues = venues;
    this.trajectories = trajectories;
    this.access = access;
    this.keepTrace = keepTrace;
    this.creations = creations;
    this.transactions = transactions;
    this.journal = journal;
    this.clock = clock;
  }

  @Override
  public Result<Statement> take(
      Caller.Staff tracer, CaseId of, Told told, Optional<CreationKey> key) {
    return access
        .toLook(tracer, of)
        .flatMap(
            found ->
                creations
                    .once(
                        key,
                        id ->
                            taken(
                                tracer, found, statement(tracer, found, new StatementId(id), told)),
                        id -> find(of, new StatementId(id)).map(TakenStatement::told))
                    .map(
                        taken -> {
                          Optional<Revision> unused = keepTrace.keep(found);
                          return taken;
                        }));
  }

  @Override
  public Result<TakenStatement> withdraw(Caller.Staff tracer, CaseId of, StatementId id) {
    return access
        .toLook(tracer, of)
        .flatMap(
            found ->
                transactions
                    .attempt(() -> find(of, id).map(taken -> withdrawn(tracer, found, taken)))
                    .map(
                        withdrawn -> {
                          Optional<Revision> unused = keepTrace.keep(found);
                          return withdrawn;
                        }));
  }

  @Override
  public Result<List<TakenStatement>> list(Caller.Staff tracer, CaseId of) {
    return access
        .toLook(tracer, of)
        .map(
            found -> {
              List<TakenStatement> taken = cases.statementsOf(of);
              journal.noteLook(
                  tracer,
                  found,
                  AuditAction.STATEMENTS_VIEWED,
                  taken.stream().map(one -> one.told().person()).distinct().toList());
              return taken;
            });
  }

  private Result<Statement> taken(Caller.Staff tracer, Case of, Statement told) {
    if (!cases.addStatement(of.id(), told)) {
      return Result.denied(STATEMENTS_FULL);
    }
    journal.note(tracer, of, AuditAction.STATEMENT_TAKEN, List.of(of.index()));
    return Result.done(told);
  }

  private TakenStatement withdrawn(Caller.Staff tracer, Case of, TakenStatement taken) {
    var withdrawal = new Withdrawal(clock.instant(), tracer.account().id());
    if (!cases.withdrawStatement(of.id(), taken.told().id(), withdrawal)) {
      return taken;
    }
    journal.note(tracer, of, AuditAction.STATEMENT_WITHDRAWN, List.of(taken.told().person()));
    return taken.withdrawn(withdrawal);
  }

  private Result<TakenStatement> find(CaseId of, StatementId id) {
    return Result.of(
        cases.statementsOf(of).stream().filter(taken -> taken.told().id().equals(id)).findFirst(),
        NOT_FOUND);
  }

  private Statement statement(Caller.Staff tracer, Case of, StatementId id, Told told) {
    var times = new CaseTimes(clock.instant());
    times.check("enteredAt", told.entered());
    times.check("leftAt", told.left());
    PersonId person = told.person().orElse(of.index());
    if (!person.equals(of.index()) && !lists.isOrWas(of.id(), person)) {
      throw new InvalidValue("personRef", Rule.UNKNOWN);
    }
    Optional<TracedStay> stay = told.visit().map(visit -> stayOf(of, person, visit));
    stay.flatMap(TracedStay::scanned)
        .ifPresentOrElse(
            scanned -> times.checkWith(scanned, told.entered(), told.left()),
            () -> times.checkWithin(trajectories.span(of, person), told.entered(), told.left()));
    return new Statement(
        id,
        person,
        stay.map(one -> one.venue().id()).orElseGet(() -> venue(of, told)),
        told.visit(),
        told.entered(),
        told.left(),
        told.note(),
        tracer.account().id(),
        clock.instant());
  }

  /** The stay of that visit of theirs. */
  private TracedStay stayOf(Case of, PersonId person, VisitId visit) {
    return trajectories.trajectory(of, person, trajectories.since(of), List.of()).stays().stream()
        .filter(stay -> stay.visit().filter(visit::equals).isPresent())
        .findFirst()
        .orElseThrow(() -> new InvalidValue("visitId", Rule.UNKNOWN));
  }

  private VenueId venue(Case of, Told told) {
    return told.venue()
        .flatMap(venue -> venues.findWithin(venue, Jurisdiction.of(of.division())))
        .map(Venue::id)
        .orElseThrow(() -> new InvalidValue("venueId", Rule.UNKNOWN));
  }
}
