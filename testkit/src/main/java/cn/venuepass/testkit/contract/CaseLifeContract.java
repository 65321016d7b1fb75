package cn.venuepass.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.Creations;
import cn.venuepass.application.Denial;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.application.audit.AuditTrail;
import cn.venuepass.application.cases.CaseUseCases;
import cn.venuepass.application.cases.CaseView;
import cn.venuepass.application.cases.ContactLists.Filter;
import cn.venuepass.application.cases.FollowedContacts;
import cn.venuepass.application.cases.OpenCase;
import cn.venuepass.application.cases.TakeStatements.Told;
import cn.venuepass.application.cases.ViewContacts.Changed;
import cn.venuepass.application.cases.ViewContacts.Listed;
import cn.venuepass.application.cases.ViewContacts.Part;
import cn.venuepass.application.cases.ViewTrajectories.Seen;
import cn.venuepass.application.lookup.Lookups;
import cn.venuepass.application.retention.RetentionLimits;
import cn.venuepass.application.tracing.TracingUseCases;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.access.SessionId;
import cn.venuepass.domain.access.StaffAccount;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.access.Username;
import cn.venuepass.domain.cases.Case;
import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.cases.ContactChange;
import cn.venuepass.domain.cases.ContactChange.Standing;
import cn.venuepass.domain.cases.Illness;
import cn.venuepass.domain.cases.Revision;
import cn.venuepass.domain.cases.Revision.Cause;
import cn.venuepass.domain.person.Person;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.tracing.ContactGrade;
import cn.venuepass.domain.tracing.StatementId;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.Poster;
import cn.venuepass.domain.visit.Scan;
import cn.venuepass.domain.visit.ScanMethod;
import cn.venuepass.domain.visit.ScanRecord;
import cn.venuepass.domain.visit.ScanTarget;
import cn.venuepass.domain.visit.Stay.Source;
import cn.venuepass.domain.visit.VisitId;
import cn.venuepass.testkit.StoreFixtures;
import cn.venuepass.testkit.StoreFixtures.Gate;
import cn.venuepass.testkit.memory.CountingRateLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A case from its opening to its end, and what it keeps from being forgotten. */
public interface CaseLifeContract extends StoreContract {
  Part FIRST = new Part(200, Optional.empty());

  @Test
  default void aCaseShouldLiveOnWithItsEvidenceUntilItIsClosed() {
    DivisionCode community = fixtures().aCommunity();
    Gate gate = fixtures().aVenue().in(community).addWithGate();
    Caller.Staff tracer = aTracer(community);
    CaseUseCases cases = cases();
    Instant begin = clock().instant();
    Person index = fixtures().aPerson();
    PersonId observed = visit(gate, begin, 10, 50);
    PersonId inside = enter(gate, begin, 20);
    PersonId forgot = enter(gate, begin, -300);
    visit(gate, index.id(), begin, 0, 60);
    clock().advance(Duration.ofMinutes(70));

    CaseView opened = open(cases, tracer, index, begin);
    CaseId id = opened.of().id();
    assertThat(opened.latest().map(Revision::causes)).contains(Set.of(Cause.OPENED));
    assertThat(grades(cases, tracer, id))
        .isEqualTo(
            Map.of(
                observed, ContactGrade.CERTAIN,
                inside, ContactGrade.PROBABLE,
                forgot, ContactGrade.POSSIBLE));

    PersonId late = fixtures().aPerson().id();
    lateScan(gate.in(), late, begin.plus(Duration.ofMinutes(5)));
    lateScan(gate.out(), late, begin.plus(Duration.ofMinutes(45)));
    Revision second = cases.keepTrace().keep(opened.of()).orElseThrow();
    assertThat(second.number()).isEqualTo(2);
    assertThat(second.causes()).containsExactly(Cause.EVIDENCE);
    assertThat(changes(cases, tracer, id, 2))
        .containsExactly(
            new ContactChange(
                late, Optional.empty(), Optional.of(new Standing(1, ContactGrade.CERTAIN))));

    Instant left = begin.plus(Duration.ofMinutes(30));
    take(cases, tracer, id, forgot, left);
    Revision third = stores().contactLists().latest(id).orElseThrow();
    assertThat(third.number()).isEqualTo(3);
    assertThat(third.causes()).containsExactly(Cause.STATEMENT);
    assertThat(changes(cases, tracer, id, 3))
        .containsExactly(
            new ContactChange(
                forgot,
                Optional.of(new Standing(1, ContactGrade.POSSIBLE)),
                Optional.of(new Standing(1, ContactGrade.PROBABLE))));
    Seen seen = done(cases.viewTrajectories().ofContact(tracer, id, forgot));
    assertThat(seen.trajectory().stays())
        .singleElement()
        .satisfies(
            stay -> {
              assertThat(stay.stay().exit().likely().at()).isEqualTo(left);
              assertThat(stay.scanned().orElseThrow().exit().likely().source())
                  .isEqualTo(Source.TYPICAL_STAY);
            });
    assertThat(cases.keepTrace().keep(opened.of())).contains(third);

    Revision last = withdraw(cases, tracer, id);
    assertThat(last.number()).isEqualTo(4);
    assertThat(last.causes()).containsExactly(Cause.STATEMENT);
    assertThat(grades(cases, tracer, id)).containsEntry(forgot, ContactGrade.POSSIBLE);
    assertThat(withdraw(cases, tracer, id)).isEqualTo(last);
    assertThat(done(cases.viewTrajectories().ofContact(tracer, id, forgot)).told()).isEmpty();

    CaseView closed = done(cases.conductCase().close(tracer, id, "全部排除"));
    assertThat(closed.of().closing().map(Case.Closing::report)).contains("全部排除");
    assertThat(closed.index()).isEmpty();
    assertThat(denied(cases.viewContacts().list(tracer, id, Filter.ALL, FIRST)))
        .isEqualTo(Denial.Plain.CASE_CLOSED);
    assertThat(denied(cases.viewTrajectories().ofIndex(tracer, id)))
        .isEqualTo(Denial.Plain.CASE_CLOSED);
    assertThat(cases.keepTrace().keep(opened.of())).contains(last);
  }

  @Test
  default void anOpenCaseShouldHoldWhatItRestsOnAndLetItGoAtItsEnd() {
    DivisionCode community = fixtures().aCommunity();
    Gate gate = fixtures().aVenue().in(community).addWithGate();
    Gate elsewhere = fixtures().aVenue().in(community).addWithGate();
    Caller.Staff tracer = aTracer(community);
    CaseUseCases cases = cases();
    Instant begin = clock().instant();
    Person index = fixtures().aPerson();
    PersonId contact = visit(gate, begin, 10, 50);
    visit(gate, index.id(), begin, 0, 60);
    visit(elsewhere, begin, 0, 60);
    clock().advance(Duration.ofMinutes(70));
    CaseView opened = open(cases, tracer, index, begin);
    CaseId id = opened.of().id();

    clock().advance(RetentionLimits.DEFAULT.visits().plus(Duration.ofDays(9)));
    purge();
    assertThat(visitsAt(gate, begin)).isEqualTo(2);
    assertThat(visitsAt(elsewhere, begin)).isZero();
    assertThat(cases.keepTrace().keep(opened.of()).map(Revision::number)).contains(1);
    assertThat(grades(cases, tracer, id)).isEqualTo(Map.of(contact, ContactGrade.CERTAIN));
    assertThat(done(cases.conductCase().close(tracer, id, "结案")).of().isOpen()).isFalse();
    assertThat(stores().retentionHolds().listOf(id.value())).isEmpty();
    purge();
    assertThat(visitsAt(gate, begin)).isZero();
  }

  private CaseUseCases cases() {
    var audit = new AuditTrail(stores().auditLog(), UUID::randomUUID, clock());
    return CaseUseCases.over(
        stores(),
        TracingUseCases.over(stores().contactSearch()).findContacts(),
        FollowedContacts.NONE,
        new Lookups(CountingRateLimits.none(), audit),
        new Creations(stores().creationLog(), stores().transactions(), UUID::randomUUID, clock()),
        audit,
        UUID::randomUUID,
        clock(),
        RetentionLimits.DEFAULT.visits());
  }

  private Caller.Staff aTracer(DivisionCode division) {
    StaffAccount account =
        StaffAccount.added(
            new StaffId(UUID.randomUUID()),
            new Username("tracer-" + UUID.randomUUID()),
            Set.of(Role.TRACER),
            Jurisdiction.of(division),
            clock().instant());
    assertThat(stores().staff().add(account, "hash")).isTrue();
    return new Caller.Staff(new SessionId(UUID.randomUUID()), account, Optional.empty());
  }

  private static CaseView open(
      CaseUseCases cases, Caller.Staff tracer, Person index, Instant begin) {
    return done(
        cases
            .openCase()
            .open(
                tracer,
                new OpenCase.Opening(
                    index.idNumber(),
                    Optional.empty(),
                    "2021-1",
                    "流调",
                    new Illness(
                        Optional.of(begin.minus(Duration.ofDays(1))),
                        Optional.empty(),
                        Optional.empty())),
                Optional.empty()));
  }

  private static Map<PersonId, ContactGrade> grades(
      CaseUseCases cases, Caller.Staff tracer, CaseId id) {
    Listed listed = done(cases.viewContacts().list(tracer, id, Filter.ALL, FIRST));
    return listed.contacts().stream()
        .filter(named -> named.contact().ring() == 1)
        .collect(
            Collectors.toMap(named -> named.contact().person(), named -> named.contact().grade()));
  }

  /** Those of the first ring. */
  private static List<ContactChange> changes(
      CaseUseCases cases, Caller.Staff tracer, CaseId id, int number) {
    Changed changed = done(cases.viewContacts().changes(tracer, id, number));
    return changed.changes().stream().map(named -> named.change()).toList();
  }

  private static void take(
      CaseUseCases cases, Caller.Staff tracer, CaseId id, PersonId person, Instant left) {
    Seen seen = done(cases.viewTrajectories().ofContact(tracer, id, person));
    Optional<VisitId> visit = seen.trajectory().stays().get(0).visit();
    assertThat(visit).isPresent();
    assertThat(
            done(cases
                    .takeStatements()
                    .take(
                        tracer,
                        id,
                        new Told(
                            Optional.of(person),
                            visit,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(left),
                            Optional.of("九点离开")),
                        Optional.empty()))
                .left())
        .contains(left);
  }

  /** The statement there is; then the latest revision. */
  private Revision withdraw(CaseUseCases cases, Caller.Staff tracer, CaseId id) {
    StatementId told = done(cases.takeStatements().list(tracer, id)).get(0).told().id();
    assertThat(done(cases.takeStatements().withdraw(tracer, id, told)).stands()).isFalse();
    return stores().contactLists().latest(id).orElseThrow();
  }

  private PersonId visit(Gate gate, Instant begin, int entered, int left) {
    PersonId person = fixtures().aPerson().id();
    visit(gate, person, begin, entered, left);
    return person;
  }

  private void visit(Gate gate, PersonId person, Instant begin, int entered, int left) {
    scan(gate.in(), person, begin.plus(Duration.ofMinutes(entered)));
    scan(gate.out(), person, begin.plus(Duration.ofMinutes(left)));
  }

  private PersonId enter(Gate gate, Instant begin, int entered) {
    PersonId person = fixtures().aPerson().id();
    scan(gate.in(), person, begin.plus(Duration.ofMinutes(entered)));
    return person;
  }

  private void scan(Poster poster, PersonId person, Instant at) {
    assertThat(new StoreFixtures(stores(), () -> at).scan(poster, person)).isNotNull();
  }

  /** Kept by a device, and handed in now. */
  private void lateScan(Poster poster, PersonId person, Instant at) {
    Optional<ScanRecord> stored =
        stores()
            .visitLedger()
            .apply(
                new Scan(
                    fixtures().aScanId(),
                    person,
                    List.of(),
                    new ScanTarget.AtPoster(poster.id()),
                    ScanMethod.POSTER,
                    Optional.empty(),
                    false,
                    at,
                    Scan.TimeSource.DEVICE));
    assertThat(stored).isPresent();
  }

  private void purge() {
    stores().dataPurge().purge(RetentionLimits.DEFAULT, clock().instant(), line -> {});
  }

  private int visitsAt(Gate gate, Instant begin) {
    return stores()
        .visits()
        .listAt(
            gate.venue().id(),
            begin.minus(Duration.ofDays(1)),
            begin.plus(Duration.ofDays(1)),
            PageRequest.first(9))
        .items()
        .size();
  }

  private static <T> T done(Result<T> result) {
    return result.orElseThrow(denial -> new IllegalStateException(denial.toString()));
  }

  private static <T> Denial denied(Result<T> result) {
    return result.fold(
        value -> {
          throw new AssertionError("it was done");
        },
        denial -> denial);
  }
}
