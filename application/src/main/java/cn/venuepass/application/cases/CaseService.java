package cn.venuepass.application.cases;

import static cn.venuepass.application.Denial.Plain.CASE_CLOSED;
import static cn.venuepass.application.Denial.Plain.CHANGED_MEANWHILE;
import static cn.venuepass.application.Denial.Plain.NOT_ON_TEAM;

import cn.venuepass.application.CreationKey;
import cn.venuepass.application.Creations;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.application.Transactions;
import cn.venuepass.application.lookup.Lookups;
import cn.venuepass.application.lookup.RateLimits.Limited;
import cn.venuepass.application.person.PersonRepository;
import cn.venuepass.application.tracing.TraceParametersRepository;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.access.Username;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.cases.Case;
import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.cases.Illness;
import cn.venuepass.domain.cases.Revision;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.DivisionCode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

final class CaseService implements OpenCase, ConductCase, ViewCases {
  private final CaseRepository cases;
  private final PersonRepository people;
  private final Lookups lookups;
  private final TraceParametersRepository parameters;
  private final Tracers tracers;
  private final CaseAccess access;
  private final CaseViews views;
  private final CaseHolds holds;
  private final KeepTrace keepTrace;
  private final Creations creations;
  private final Transactions transactions;
  private final CaseJournal journal;
  private final InstantSource clock;
  private final Duration visitsKept;

  CaseService(
      CaseRepository cases,
      PersonRepository people,
      Lookups lookups,
      TraceParametersRepository parameters,
      Tracers tracers,
      CaseAccess access,
      CaseViews views,
      CaseHolds holds,
      KeepTrace keepTrace,
      Creations creations,
      Transactions transactions,
      CaseJournal journal,
      InstantSource clock,
      Duration visitsKept) {
    this.cases = cases;
    this.people = people;
    this.lookups = lookups;
    this.parameters = parameters;
    this.tracers = tracers;
    this.access = access;
    this.views = views;
    this.holds = holds;
    this.keepTrace = keepTrace;
    this.creations = creations;
    this.transactions = transactions;
    this.journal = journal;
    this.clock = clock;
    this.visitsKept = visitsKept;
  }

  @Override
  public Result<CaseView> open(Caller.Staff tracer, Opening opening, Optional<CreationKey> key) {
    checkTimes(opening.illness(), clock.instant());
    return creations
        .once(
            key,
            id ->
                lookups
                    .limited(tracer.account().id(), Limited.ID_NUMBER_TYPED, 1)
                    .map(staff -> opened(tracer, new CaseId(id), opening)),
            id -> access.toKnow(tracer, new CaseId(id)))
        .map(opened -> traced(tracer, opened));
  }

  @Override
  public Page<CaseView> list(
      Caller.Staff tracer, CaseRepository.Filter filter, PageRequest request) {
    Page<Case> page = cases.listWithin(tracer.account().jurisdiction(), filter, request);
    return page.map(views.inList(tracer, page.items()));
  }

  @Override
  public Result<CaseView> view(Caller.Staff tracer, CaseId id) {
    return access
        .toKnow(tracer, id)
        .map(
            found -> {
              CaseView view = views.alone(tracer, found);
              List<PersonId> shown = view.index().map(ShownPerson::id).stream().toList();
              journal.noteLook(tracer, found, AuditAction.CASE_VIEWED, shown);
              return view;
            });
  }

  @Override
  public Result<CaseView> correct(Caller.Staff tracer, CaseId of, Illness illness) {
    return change(
            tracer,
            AuditAction.CASE_CORRECTED,
            access
                .toLook(tracer, of)
                .map(
                    found -> {
                      checkTimes(illness, found.openedAt());
                      return found.corrected(illness);
                    }))
        .map(corrected -> traced(tracer, corrected));
  }

  @Override
  public Result<CaseView> staff(Caller.Staff tracer, CaseId of, Set<Username> members) {
    return change(
            tracer,
            AuditAction.CASE_TEAM_CHANGED,
            access
                .toConduct(tracer, of)
                .map(found -> found.staffedBy(tracers.of("members", members, found.division()))))
        .map(staffed -> views.alone(tracer, staffed));
  }

  @Override
  public Result<CaseView> handOver(Caller.Staff tracer, CaseId of, Username to) {
    return change(
            tracer,
            AuditAction.CASE_HANDED_OVER,
            access
                .toKnow(tracer, of)
                .flatMap(
                    found ->
                        mayHandOver(tracer, found)
                            ? handedOver(found, to)
                            : Result.denied(NOT_ON_TEAM)))
        .map(handedOver -> traced(tracer, handedOver));
  }

  @Override
  public Result<CaseView> close(Caller.Staff tracer, CaseId of, String report) {
    var end = new Case.Closing(clock.instant(), tracer.account().id(), report);
    return transactions
        .attempt(
            () ->
                replaced(
                        tracer,
                        AuditAction.CASE_CLOSED,
                        access.toConduct(tracer, of).map(found -> found.closed(end)))
                    .map(
                        closed -> {
                          holds.release(closed, end.at());
                          return closed;
                        }))
        .map(closed -> views.alone(tracer, closed));
  }

  private Case opened(Caller.Staff tracer, CaseId id, Opening opening) {
    PersonId index = people.findOrAdd(opening.idNumber(), opening.name()).id();
    StaffId owner = tracer.account().id();
    var opened =
        new Case(
            id,
            index,
            opening.reference(),
            opening.purpose(),
            opening.illness(),
            false,
            owner,
            Set.of(owner),
            divisionOf(tracer.account().jurisdiction()),
            clock.instant(),
            Optional.empty(),
            0);
    cases.add(opened);
    journal.note(tracer, opened, AuditAction.CASE_OPENED, List.of(opened.index()));
    return opened;
  }

  private Result<Case> handedOver(Case found, Username to) {
    if (!found.isOpen()) {
      return Result.denied(CASE_CLOSED);
    }
    var owner = tracers.find("to", to);
    DivisionCode division = divisionOf(owner.jurisdiction());
    return Result.done(
        found.handedOver(owner.id(), division, tracers.thoseOf(found.team(), division)));
  }

  /** The owner may, and whoever answers for more than the case looks at. */
  private boolean mayHandOver(Caller.Staff tracer, Case found) {
    return found.owner().equals(tracer.account().id())
        || !tracer.account().jurisdiction().equals(Jurisdiction.of(found.division()));
  }

  private Result<Case> change(Caller.Staff tracer, AuditAction action, Result<Case> changed) {
    return transactions.attempt(() -> replaced(tracer, action, changed));
  }

  private Result<Case> replaced(Caller.Staff tracer, AuditAction action, Result<Case> changed) {
    return changed.flatMap(
        next -> {
          if (!cases.replace(next)) {
            return Result.denied(CHANGED_MEANWHILE);
          }
          journal.note(tracer, next, action, List.of(next.index()));
          return Result.done(next);
        });
  }

  /** After the transaction: a trace may take a while, and holds nothing up. */
  private CaseView traced(Caller.Staff tracer, Case changed) {
    if (changed.isOpen()) {
      Optional<Revision> unused = keepTrace.keep(changed);
    }
    return views.alone(tracer, changed);
  }

  /** Of what was forgotten when the case was opened nothing can be traced. */
  private void checkTimes(Illness illness, Instant opened) {
    var times = new CaseTimes(clock.instant());
    times.checkAfter("onsetAt", illness.onsetAt(), opened.minus(visitsKept));
    times.checkAfter("sampledAt", illness.sampledAt(), opened.minus(visitsKept));
    times.check("onsetAt", illness.onsetAt());
    times.check("sampledAt", illness.sampledAt());
    times.check("isolatedAt", illness.isolatedAt());
    times.checkAfter(
        "isolatedAt",
        illness.isolatedAt(),
        illness.infectiousFrom(parameters.current().beforeOnset()));
  }

  private static DivisionCode divisionOf(Jurisdiction jurisdiction) {
    return ((Jurisdiction.OfDivision) jurisdiction).division();
  }
}
