package cn.venuepass.application.cases;

import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static cn.venuepass.application.Denial.Plain.STATEMENTS_FULL;

import cn.venuepass.application.CreationKey;
import cn.venuepass.application.Creations;
import cn.venuepass.application.Result;
import cn.venuepass.application.venue.VenueRepository;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.cases.Case;
import cn.venuepass.domain.cases.CaseId;
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
      CaseJournal journal,
      InstantSource clock) {
    this.cases = cases;
    this.lists = lists;
    this.venues = venues;
    this.trajectories = trajectories;
    this.access = access;
    this.keepTrace = keepTrace;
    this.creations = creations;
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
                        id -> find(of, new StatementId(id)))
                    .map(
                        taken -> {
                          keepTrace.keep(found);
                          return taken;
                        }));
  }

  @Override
  public Result<List<Statement>> list(Caller.Staff tracer, CaseId of) {
    return access
        .toLook(tracer, of)
        .map(
            found -> {
              List<Statement> told = cases.statementsOf(of);
              journal.noteLook(
                  tracer,
                  found,
                  AuditAction.STATEMENTS_VIEWED,
                  told.stream().map(Statement::person).distinct().toList());
              return told;
            });
  }

  private Result<Statement> taken(Caller.Staff tracer, Case of, Statement told) {
    if (!cases.addStatement(of.id(), told)) {
      return Result.denied(STATEMENTS_FULL);
    }
    journal.note(tracer, of, AuditAction.STATEMENT_TAKEN, List.of(of.index()));
    return Result.done(told);
  }

  private Result<Statement> find(CaseId of, StatementId id) {
    return Result.of(
        cases.statementsOf(of).stream().filter(told -> told.id().equals(id)).findFirst(),
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
    return new Statement(
        id,
        person,
        told.visit().map(visit -> venueOf(of, person, visit)).orElseGet(() -> venue(of, told)),
        told.visit(),
        told.entered(),
        told.left(),
        told.note(),
        tracer.account().id(),
        clock.instant());
  }

  /** Where that visit of theirs was. */
  private VenueId venueOf(Case of, PersonId person, VisitId visit) {
    return trajectories.trajectory(of, person, trajectories.since(of), List.of()).stays().stream()
        .filter(stay -> stay.visit().filter(visit::equals).isPresent())
        .map((TracedStay stay) -> stay.venue().id())
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
