package cn.venuepass.application.cases;

import static cn.venuepass.application.Answers.denied;
import static cn.venuepass.application.Answers.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.application.Callers;
import cn.venuepass.application.CreationKey;
import cn.venuepass.application.Creations;
import cn.venuepass.application.Denial;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.audit.AuditLog;
import cn.venuepass.application.audit.AuditTrail;
import cn.venuepass.application.cases.ContactLists.Filter;
import cn.venuepass.application.cases.ViewContacts.Part;
import cn.venuepass.application.lookup.Lookups;
import cn.venuepass.application.retention.RetentionLimits;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.access.Username;
import cn.venuepass.domain.cases.Case;
import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.cases.Illness;
import cn.venuepass.domain.cases.Revision;
import cn.venuepass.domain.cases.Revision.Cause;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.Person;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.person.ResidentIdNumber;
import cn.venuepass.domain.tracing.Statement;
import cn.venuepass.domain.tracing.StatementId;
import cn.venuepass.domain.tracing.TraceParameters;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.testkit.SampleIdNumbers;
import cn.venuepass.testkit.StoreFixtures.Gate;
import cn.venuepass.testkit.TestApplication;
import cn.venuepass.testkit.memory.CountingRateLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ConductCaseTest {
  private static final Part FIRST = new Part(9, Optional.empty());

  private final TestApplication app = new TestApplication();
  private final Division territory =
      app.fixtures().aDivision(Division.Level.TERRITORY, Optional.empty());
  private final DivisionCode community =
      app.fixtures().aDivision(Division.Level.COMMUNITY, Optional.of(territory.code())).code();
  private final Caller.Staff tracer = Callers.aStaffMember(app, Role.TRACER, community);
  private final CaseUseCases cases = app.useCases().cases();

  @Test
  void openShouldFindThePersonTraceAndBelongToTheCaller() {
    Person known = app.fixtures().aPerson();
    CaseView opened = open(known.idNumber());
    assertThat(opened.of().index()).isEqualTo(known.id());
    assertThat(opened.of().owner()).isEqualTo(tracer.account().id());
    assertThat(opened.of().division()).isEqualTo(community);
    assertThat(opened.index().map(ShownPerson::name)).contains("艾力样本");
    assertThat(opened.latest().map(Revision::number)).contains(1);
    assertThat(opened.window().from()).isEqualTo(now().minus(Duration.ofDays(5)));
    assertThat(opened.window().to()).isEqualTo(now());
  }

  @Test
  void openShouldCreateOnceUnderOneKey() {
    ResidentIdNumber idNumber = SampleIdNumbers.next();
    var key =
        Optional.of(new CreationKey(new AccountId(tracer.account().id().value()), "case", "key-1"));
    CaseView one = done(cases.openCase().open(tracer, opening(idNumber, illness()), key));
    CaseView two = done(cases.openCase().open(tracer, opening(idNumber, illness()), key));
    assertThat(two.of()).isEqualTo(one.of());
    assertThat(listed(tracer)).hasSize(1);
  }

  @Test
  void timesInTheFutureShouldBeRefused() {
    Instant soon = now().plus(Duration.ofMinutes(4));
    Instant later = now().plus(Duration.ofMinutes(6));
    assertThat(illnessIsTaken(new Illness(Optional.of(soon), Optional.empty(), Optional.empty())))
        .isTrue();
    assertThatThrownBy(
            () ->
                illnessIsTaken(new Illness(Optional.of(later), Optional.empty(), Optional.empty())))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("onsetAt");
    assertThatThrownBy(
            () ->
                illnessIsTaken(
                    new Illness(Optional.of(now()), Optional.empty(), Optional.of(later))))
        .hasMessageContaining("isolatedAt");
    assertThatThrownBy(
            () ->
                illnessIsTaken(
                    new Illness(
                        Optional.of(now()),
                        Optional.empty(),
                        Optional.of(now().minus(Duration.ofDays(5))))))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("isolatedAt");
  }

  @Test
  void othersOfTheJurisdictionShouldKnowOfTheCaseAndNoMore() {
    Caller.Staff colleague = Callers.aStaffMember(app, Role.TRACER, community);
    CaseId id = open().of().id();
    CaseView seen = done(cases.viewCases().view(colleague, id));
    assertThat(seen.own()).isFalse();
    assertThat(seen.index()).isEmpty();
    assertThat(denied(cases.viewContacts().list(colleague, id, Filter.ALL, FIRST)))
        .isEqualTo(Denial.Plain.NOT_ON_TEAM);
    assertThat(denied(cases.conductCase().close(colleague, id, "结案")))
        .isEqualTo(Denial.Plain.NOT_ON_TEAM);
    Caller.Staff stranger = Callers.aStaffMember(app, Role.TRACER, app.fixtures().aCommunity());
    assertThat(denied(cases.viewCases().view(stranger, id))).isEqualTo(Denial.Plain.NOT_FOUND);
    assertThat(listed(stranger)).isEmpty();
  }

  @Test
  void theTeamShouldBeTracersWhoAnswerForTheDivision() {
    CaseId id = open().of().id();
    Caller.Staff colleague = Callers.aStaffMember(app, Role.TRACER, territory.code());
    CaseView staffed = done(cases.conductCase().staff(tracer, id, Set.of(name(colleague))));
    assertThat(staffed.team())
        .extracting(CaseView.Member::name)
        .containsExactlyInAnyOrder(name(tracer), name(colleague));
    assertThat(done(cases.viewContacts().list(colleague, id, Filter.ALL, FIRST)).contacts())
        .isEmpty();
    assertThat(denied(cases.conductCase().close(colleague, id, "结案")))
        .isEqualTo(Denial.Plain.NOT_THE_OWNER);
    assertThat(denied(cases.conductCase().staff(colleague, id, Set.of())))
        .isEqualTo(Denial.Plain.NOT_THE_OWNER);
    for (Caller.Staff wrong :
        List.of(
            Callers.aStaffMember(app, Role.CONTROLLER, community),
            Callers.aStaffMember(app, Role.TRACER, app.fixtures().aCommunity()))) {
      assertThatThrownBy(() -> cases.conductCase().staff(tracer, id, Set.of(name(wrong))))
          .isInstanceOf(InvalidValue.class);
    }
  }

  @Test
  void handingOverShouldTakeTheDivisionAlong() {
    CaseId id = open().of().id();
    Caller.Staff above = Callers.aStaffMember(app, Role.TRACER, territory.code());
    Caller.Staff beside = Callers.aStaffMember(app, Role.TRACER, community);
    assertThat(denied(cases.conductCase().handOver(beside, id, name(beside))))
        .isEqualTo(Denial.Plain.NOT_ON_TEAM);
    Case handedOver = done(cases.conductCase().handOver(above, id, name(above))).of();
    assertThat(handedOver.division()).isEqualTo(territory.code());
    assertThat(handedOver.owner()).isEqualTo(above.account().id());
    assertThat(handedOver.team()).containsExactly(above.account().id());
    assertThat(app.stores().contactLists().latest(id).map(Revision::causes))
        .contains(Set.of(Cause.DIVISION));
    assertThat(denied(cases.viewCases().view(tracer, id))).isEqualTo(Denial.Plain.NOT_FOUND);
  }

  @Test
  void aCorrectionShouldLeadToANewRevision() {
    CaseId id = open().of().id();
    Instant onset = now().minus(Duration.ofDays(2));
    var known = new Illness(Optional.of(onset), Optional.empty(), Optional.of(now()));
    CaseView corrected = done(cases.conductCase().correct(tracer, id, known));
    assertThat(corrected.latest().map(Revision::causes)).contains(Set.of(Cause.ILLNESS));
    assertThat(corrected.window().from()).isEqualTo(onset.minus(Duration.ofDays(4)));
    assertThat(done(cases.conductCase().correct(tracer, id, known)).latest())
        .isEqualTo(corrected.latest());
  }

  @Test
  void aClosedCaseShouldStayClosed() {
    CaseId id = open().of().id();
    assertThat(app.stores().retentionHolds().listOf(id.value())).isNotEmpty();
    assertThat(done(cases.conductCase().close(tracer, id, "结案")).index()).isEmpty();
    assertThat(app.stores().retentionHolds().listOf(id.value())).isEmpty();
    assertThat(denied(cases.conductCase().correct(tracer, id, illness())))
        .isEqualTo(Denial.Plain.CASE_CLOSED);
    assertThat(denied(cases.conductCase().handOver(tracer, id, name(tracer))))
        .isEqualTo(Denial.Plain.CASE_CLOSED);
    assertThat(cases.keepCases().keep()).isZero();
    assertThat(done(cases.viewContacts().revisions(tracer, id))).hasSize(1);
  }

  @Test
  void aCaseThatWasClosedBeforeItsFirstTraceShouldHaveNoRevision() {
    Case never = app.fixtures().aCase(community, tracer.account().id());
    var end = new Case.Closing(now(), tracer.account().id(), "误报");
    assertThat(app.stores().cases().replace(never.closed(end))).isTrue();
    assertThat(cases.keepTrace().keep(never)).isEmpty();
    assertThat(cases.keepTrace().keep(never.closed(end))).isEmpty();
    assertThat(app.stores().contactLists().revisions(never.id())).isEmpty();
    assertThat(app.stores().retentionHolds().listOf(never.id().value())).isEmpty();
  }

  @Test
  void aTraceThatWasOvertakenByOneThatKnewLessShouldBeRepeated() {
    Case opened = open().of();
    ContactLists lists = app.stores().contactLists();
    assertThat(app.stores().cases().addStatement(opened.id(), aStatement(opened))).isTrue();
    var overtaking = new AtomicBoolean(true);
    KeepTrace slow =
        tracing(
            () -> {
              if (overtaking.getAndSet(false)) {
                Revision next = following(lists.latest(opened.id()).orElseThrow());
                assertThat(lists.add(next, List.of(), List.of())).isTrue();
              }
            });
    Revision kept = slow.keep(opened).orElseThrow();
    assertThat(kept.number()).isEqualTo(3);
    assertThat(kept.causes()).containsExactly(Cause.STATEMENT);
    overtaking.set(true);
    assertThat(slow.keep(opened).map(Revision::number)).contains(4);
    assertThat(lists.latest(opened.id()).map(Revision::number)).contains(4);
  }

  /** A node on which something happens while it traces. */
  private KeepTrace tracing(Runnable meanwhile) {
    var audit = new AuditTrail(app.stores().auditLog(), UUID::randomUUID, app.clock());
    var followed =
        new FollowedContacts() {
          @Override
          public Map<PersonId, Instant> isolated(CaseId of) {
            meanwhile.run();
            return Map.of();
          }

          @Override
          public Set<PersonId> settled(CaseId of) {
            return Set.of();
          }
        };
    return CaseUseCases.over(
            app.stores(),
            app.useCases().tracing().findContacts(),
            followed,
            new Lookups(CountingRateLimits.none(), audit),
            new Creations(
                app.stores().creationLog(),
                app.stores().transactions(),
                UUID::randomUUID,
                app.clock()),
            audit,
            UUID::randomUUID,
            app.clock(),
            RetentionLimits.DEFAULT.visits())
        .keepTrace();
  }

  /** What another node made of the same evidence. */
  private static Revision following(Revision last) {
    return new Revision(
        last.of(),
        last.number() + 1,
        last.at(),
        Set.of(Cause.EVIDENCE),
        last.parameters(),
        last.window(),
        last.contacts(),
        last.left(),
        last.sourcesLeft(),
        last.staysOutside(),
        last.basis());
  }

  private Statement aStatement(Case of) {
    return new Statement(
        new StatementId(UUID.randomUUID()),
        of.index(),
        app.fixtures().aVenue().in(community).add().id(),
        Optional.empty(),
        Optional.of(now().minusSeconds(600)),
        Optional.of(now()),
        Optional.empty(),
        of.owner(),
        now());
  }

  @Test
  void aClosedCaseShouldShowTheWindowOfItsOwnRules() {
    CaseView opened = open();
    CaseView closed = done(cases.conductCase().close(tracer, opened.of().id(), "结案"));
    Caller.Staff admin = Callers.aStaffMember(app, Role.ADMIN, territory.code());
    var rules = cases.setTraceRules().current();
    var next =
        new TraceParameters(
            rules.version() + 1,
            rules.minimumOverlap(),
            Duration.ofDays(7),
            rules.typeWeights(),
            rules.secondRingGrades(),
            rules.secondRingSources(),
            rules.mostContacts());
    assertThat(done(cases.setTraceRules().set(admin, next))).isEqualTo(next);
    CaseView fresh = open();
    assertThat(fresh.window().from()).isEqualTo(now().minus(Duration.ofDays(8)));
    assertThat(done(cases.viewCases().view(tracer, closed.of().id())).window())
        .isEqualTo(closed.window());
    assertThat(listed(tracer))
        .extracting(CaseView::window)
        .containsExactlyInAnyOrder(fresh.window(), closed.window());
  }

  @Test
  void theRoundShouldTraceAllOpenCasesUnderNewRules() {
    CaseId one = open().of().id();
    CaseId two = open().of().id();
    Caller.Staff admin = Callers.aStaffMember(app, Role.ADMIN, territory.code());
    var rules = cases.setTraceRules().current();
    var next =
        new TraceParameters(
            rules.version() + 1,
            Duration.ofMinutes(20),
            rules.beforeOnset(),
            rules.typeWeights(),
            rules.secondRingGrades(),
            rules.secondRingSources(),
            rules.mostContacts());
    Caller.Staff local = Callers.aStaffMember(app, Role.ADMIN, community);
    assertThat(denied(cases.setTraceRules().set(local, next)))
        .isEqualTo(Denial.Plain.BEYOND_JURISDICTION);
    assertThat(done(cases.setTraceRules().set(admin, next))).isEqualTo(next);
    assertThat(denied(cases.setTraceRules().set(admin, next)))
        .isEqualTo(Denial.Plain.CHANGED_MEANWHILE);
    assertThat(cases.setTraceRules().history()).hasSize(1);
    assertThat(cases.keepCases().keep()).isEqualTo(2);
    for (CaseId id : List.of(one, two)) {
      Revision latest = app.stores().contactLists().latest(id).orElseThrow();
      assertThat(latest.causes()).containsExactly(Cause.PARAMETERS);
      assertThat(latest.parameters()).isEqualTo(next.version());
    }
  }

  @Test
  void looksShouldBeNotedUnderTheCase() {
    Gate gate = app.fixtures().aVenue().in(community).addWithGate();
    Person index = app.fixtures().aPerson();
    Person contact = app.fixtures().aPerson();
    app.fixtures().scan(gate.in(), index.id());
    app.fixtures().scan(gate.in(), contact.id());
    app.clock().advance(Duration.ofMinutes(30));
    CaseId id = open(index.idNumber()).of().id();
    assertThat(done(cases.viewContacts().list(tracer, id, Filter.ALL, FIRST)).contacts())
        .hasSize(1);
    assertThat(done(cases.viewTrajectories().ofIndex(tracer, id)).trajectory().stays()).hasSize(1);
    assertThat(looks(contact, id)).isEqualTo(1);
    assertThat(looks(index, id)).isEqualTo(1);
  }

  private long looks(Person person, CaseId id) {
    return app
        .stores()
        .auditLog()
        .listAccesses(
            List.of(new AuditLog.Concerned(person.id(), Instant.EPOCH)),
            new AccountId(UUID.randomUUID()),
            PageRequest.first(50))
        .items()
        .stream()
        .filter(
            access -> access.event().deed().reference().equals(Optional.of(id.value().toString())))
        .count();
  }

  private List<CaseView> listed(Caller.Staff caller) {
    return cases.viewCases().list(caller, CaseRepository.Filter.ALL, PageRequest.first(9)).items();
  }

  private boolean illnessIsTaken(Illness illness) {
    return done(cases
            .openCase()
            .open(tracer, opening(SampleIdNumbers.next(), illness), Optional.empty()))
        .of()
        .isOpen();
  }

  private CaseView open() {
    return open(SampleIdNumbers.next());
  }

  private CaseView open(ResidentIdNumber idNumber) {
    return done(cases.openCase().open(tracer, opening(idNumber, illness()), Optional.empty()));
  }

  private static OpenCase.Opening opening(ResidentIdNumber idNumber, Illness illness) {
    return new OpenCase.Opening(idNumber, Optional.empty(), "2021-1", "流调", illness);
  }

  private Illness illness() {
    return new Illness(
        Optional.of(now().minus(Duration.ofDays(1))), Optional.empty(), Optional.empty());
  }

  private static Username name(Caller.Staff caller) {
    return caller.account().username();
  }

  private Instant now() {
    return app.clock().instant();
  }
}
