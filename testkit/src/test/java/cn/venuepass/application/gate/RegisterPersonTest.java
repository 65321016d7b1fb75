package cn.venuepass.application.gate;

import static cn.venuepass.application.Answers.denied;
import static cn.venuepass.application.Answers.done;
import static cn.venuepass.application.Callers.aResident;
import static cn.venuepass.application.Callers.aStranger;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static cn.venuepass.application.Denial.Plain.PASS_CODE_EXPIRED;
import static cn.venuepass.application.Denial.Plain.UNKNOWN_CODE;
import static cn.venuepass.application.Families.aFamilyMember;
import static cn.venuepass.application.Families.aPaperPass;
import static cn.venuepass.application.LoggedEvents.lookup;
import static cn.venuepass.application.gate.GateKeeper.onScreen;
import static cn.venuepass.application.gate.GateKeeper.scanned;
import static cn.venuepass.application.gate.GateKeeper.typed;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.Denial;
import cn.venuepass.application.Families;
import cn.venuepass.application.LoggedEvents;
import cn.venuepass.application.LoggedEvents.Logged;
import cn.venuepass.application.OddStores;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.gate.RegisterPerson.Registered;
import cn.venuepass.application.gate.RegisterPerson.Registration;
import cn.venuepass.application.visit.ListMyVisits.MyVisit;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.audit.Actor;
import cn.venuepass.domain.audit.AuditPurpose;
import cn.venuepass.domain.pass.PaperPassId;
import cn.venuepass.domain.person.FamilyLink;
import cn.venuepass.domain.person.Person;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.person.ResidentIdNumber;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.Observation;
import cn.venuepass.domain.visit.RefusalReason;
import cn.venuepass.domain.visit.ScanId;
import cn.venuepass.domain.visit.ScanMethod;
import cn.venuepass.domain.visit.ScanOutcome;
import cn.venuepass.domain.visit.ScanOutcome.Kind;
import cn.venuepass.domain.visit.ScanRecord;
import cn.venuepass.testkit.SampleIdNumbers;
import cn.venuepass.testkit.StoreFixtures;
import cn.venuepass.testkit.StoreFixtures.Gate;
import cn.venuepass.testkit.TestApplication;
import cn.venuepass.testkit.memory.CountingRateLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RegisterPersonTest {
  private static final String FORGED = "0".repeat(80);

  private final TestApplication app = new TestApplication();
  private final StoreFixtures fixtures = app.fixtures();
  private final Caller.Resident applicant = aResident(app);
  private final Gate gate = fixtures.aVenue().by(applicant.account()).addWithGate();
  private final VenueId venue = gate.venue().id();
  private final GateKeeper keeper = new GateKeeper(app, applicant, venue);
  private final ResidentIdNumber idNumber = SampleIdNumbers.next();

  @Test
  void registerShouldLetSomebodyInAndOut() {
    ScanRecord entered = keeper.letsIn(typed(idNumber));
    assertThat(entered.outcome().kind()).isEqualTo(Kind.ENTERED);
    assertThat(entered.venue().id()).isEqualTo(venue);
    app.clock().advance(Duration.ofHours(1));
    ScanRecord left = keeper.letsOut(typed(idNumber));
    assertThat(left.outcome().kind()).isEqualTo(Kind.LEFT);
    assertThat(left.stay()).contains(Duration.ofHours(1));
  }

  @Test
  void registerShouldKnowOnePersonByScreenPaperAndIdNumber() {
    FamilyLink member = aFamilyMember(app, applicant, idNumber);
    String paper = aPaperPass(app, applicant, member);
    ScanRecord entered = keeper.letsIn(scanned(paper));
    assertThat(keeper.letsIn(onScreen(app, member.person())).visit()).isEqualTo(entered.visit());
    ScanRecord left = keeper.letsOut(typed(idNumber));
    assertThat(left.outcome().kind()).isEqualTo(Kind.LEFT);
    assertThat(left.visit()).isEqualTo(entered.visit());
  }

  @Test
  void registerShouldRememberHowThePersonWasKnown() {
    FamilyLink member = aFamilyMember(app, applicant);
    keeper.letsIn(scanned(aPaperPass(app, applicant, member)));
    app.clock().advance(Duration.ofHours(1));
    keeper.letsOut(onScreen(app, member.person()));
    assertThat(visitsOf(applicant).items())
        .extracting(MyVisit::visit)
        .singleElement()
        .satisfies(
            visit -> {
              assertThat(visit.entry())
                  .contains(
                      new Observation(now().minus(Duration.ofHours(1)), ScanMethod.PAPER_PASS));
              assertThat(visit.exit()).contains(new Observation(now(), ScanMethod.PASS_CODE));
            });
  }

  @Test
  void registerShouldShowTheMaskedNameOnly() {
    Registered fresh = done(keeper.register(Direction.IN, typed(idNumber)));
    assertThat(fresh.maskedName()).contains("访**本");
    FamilyLink member = aFamilyMember(app, applicant);
    assertThat(done(keeper.register(Direction.IN, onScreen(app, member.person()))).maskedName())
        .contains(Families.NAME.masked());
  }

  @Test
  void registerShouldShowTheMaskedNumberOfTheNameless() {
    var nameless = new Credential.IdNumber(idNumber, Optional.empty());
    assertThat(done(keeper.register(Direction.IN, nameless)).maskedName())
        .contains(idNumber.masked());
  }

  @Test
  void registerShouldNotRenameSomebodyWhoIsKnown() {
    aResident(app, idNumber);
    assertThat(done(keeper.register(Direction.IN, typed(idNumber))).maskedName()).contains("居**本");
  }

  @Test
  void registerShouldAnswerAlreadyInsideWhenThePersonScannedTheInPoster() {
    Caller.Resident visitor = aResident(app, idNumber);
    fixtures.scan(gate.in(), visitor.person().orElseThrow());
    assertThat(keeper.letsIn(typed(idNumber)).outcome().kind()).isEqualTo(Kind.ALREADY_INSIDE);
  }

  @Test
  void registerShouldBeFoundInTheRecordOfAPersonWhoIsRealNamedLater() {
    keeper.letsIn(typed(idNumber));
    Caller.Resident visitor = aResident(app, idNumber);
    assertThat(visitsOf(visitor).items())
        .extracting(MyVisit::visit)
        .singleElement()
        .satisfies(
            visit ->
                assertThat(visit.entry()).contains(new Observation(now(), ScanMethod.ID_NUMBER)));
  }

  @Test
  void registerShouldAnswerTheSameToAScanThatIsSentAgain() {
    ScanId scan = fixtures.aScanId();
    Registered first = done(keeper.register(scan, Direction.IN, typed(idNumber)));
    app.clock().advance(Duration.ofHours(5));
    assertThat(done(keeper.register(scan, Direction.IN, typed(idNumber)))).isEqualTo(first);
  }

  @Test
  void registerShouldNotNeedAPosterThatHangs() {
    app.stores().posters().revoke(venue, gate.in().id(), now());
    assertThat(keeper.letsIn(typed(idNumber)).outcome().kind()).isEqualTo(Kind.ENTERED);
  }

  @Test
  void registerShouldRefuseAtAVenueUnderReview() {
    VenueId pending = fixtures.aVenue().by(applicant.account()).underReview().add().id();
    assertThat(new GateKeeper(app, applicant, pending).letsIn(typed(idNumber)).outcome())
        .isEqualTo(new ScanOutcome.Refused(RefusalReason.VENUE_NOT_APPROVED));
  }

  @Test
  void registerShouldRefuseAtAFullVenueUnlessTheManagerLetsThePersonInAllTheSame() {
    VenueId small = fixtures.aVenue().by(applicant.account()).capacity(1).add().id();
    var there = new GateKeeper(app, applicant, small);
    there.letsIn(typed(idNumber));
    Credential other = typed(SampleIdNumbers.next());
    assertThat(there.letsIn(other).outcome())
        .isEqualTo(new ScanOutcome.Refused(RefusalReason.VENUE_FULL));
    var allTheSame = new Registration(fixtures.aScanId(), Direction.IN, other, true);
    assertThat(done(there.register(allTheSame)).record().outcome().kind()).isEqualTo(Kind.ENTERED);
    assertThat(app.stores().visits().countInside(small, now())).isEqualTo(2);
  }

  @Test
  void registerShouldDenyAForgedCode() {
    assertThat(denied(keeper.register(Direction.IN, scanned(FORGED)))).isEqualTo(UNKNOWN_CODE);
    String made = app.passCodes().issue(somebody(), now()).code();
    char other = made.charAt(40) == 'A' ? 'B' : 'A';
    String changed = made.substring(0, 40) + other + made.substring(41);
    assertThat(denied(keeper.register(Direction.IN, scanned(changed)))).isEqualTo(UNKNOWN_CODE);
  }

  @Test
  void registerShouldDenyThePaperPassThatDoesNotExist() {
    String code = app.passCodes().codeOf(new PaperPassId(UUID.randomUUID()));
    assertThat(denied(keeper.register(Direction.IN, scanned(code)))).isEqualTo(UNKNOWN_CODE);
  }

  @Test
  void aForgedOrLongExpiredCodeShouldAskNobody() {
    String code = app.passCodes().issue(somebody(), now()).code();
    var alone = new TestApplication(OddStores.thatNobodyMayAsk());
    alone.clock().advance(Duration.ofMinutes(20));
    var there = new GateKeeper(alone, applicant, venue);
    ScanId scan = fixtures.aScanId();
    assertThat(denied(there.register(scan, Direction.IN, scanned(FORGED)))).isEqualTo(UNKNOWN_CODE);
    assertThat(denied(there.register(scan, Direction.IN, scanned(code))))
        .isEqualTo(PASS_CODE_EXPIRED);
  }

  @Test
  void aTypedScanSentAgainShouldBeAnsweredWithoutLimit() {
    var strict =
        new TestApplication(
            app.stores(), TestApplication.ACTIVATION_DELAY, new CountingRateLimits(1));
    var there = new GateKeeper(strict, applicant, venue);
    ScanId scan = fixtures.aScanId();
    Credential typed = typed(SampleIdNumbers.next());
    var first = done(there.register(scan, Direction.IN, typed));
    assertThat(done(there.register(scan, Direction.IN, typed))).isEqualTo(first);
    assertThat(denied(there.register(Direction.IN, typed)))
        .isEqualTo(new Denial.TooManyRequests(CountingRateLimits.WAIT));
  }

  @Test
  void aVenueUnderReviewShouldLearnNoNameAndStoreNone() {
    VenueId pending = fixtures.aVenue().by(applicant.account()).underReview().add().id();
    var there = new GateKeeper(app, applicant, pending);
    ResidentIdNumber known = SampleIdNumbers.next();
    Caller.Resident unused = aResident(app, known);
    ResidentIdNumber unknown = SampleIdNumbers.next();
    for (ResidentIdNumber number : List.of(known, unknown)) {
      var refused = done(there.register(Direction.IN, typed(number)));
      assertThat(refused.record().outcome())
          .isEqualTo(new ScanOutcome.Refused(RefusalReason.VENUE_NOT_APPROVED));
      assertThat(refused.maskedName()).isEmpty();
    }
    PersonId person = app.stores().people().findByIdNumber(unknown).orElseThrow();
    assertThat(app.stores().people().find(person).flatMap(Person::name)).isEmpty();
  }

  @Test
  void aPaperPassShouldDieWhenItsBearerGetsAnAccount() {
    ResidentIdNumber idNumber = SampleIdNumbers.next();
    FamilyLink member = aFamilyMember(app, applicant, idNumber);
    Credential card = scanned(aPaperPass(app, applicant, member));
    Caller.Resident unused = aResident(app, idNumber);
    assertThat(denied(keeper.register(Direction.IN, card))).isEqualTo(PASS_CODE_EXPIRED);
  }

  @Test
  void aCodeShouldBeGoodForFiveMinutes() {
    Credential code = onScreen(app, somebody());
    app.clock().advance(Duration.ofMinutes(5).minusMillis(1));
    assertThat(keeper.letsIn(code).outcome().kind()).isEqualTo(Kind.ENTERED);
    app.clock().advance(Duration.ofMillis(1));
    assertThat(denied(keeper.register(Direction.OUT, code))).isEqualTo(PASS_CODE_EXPIRED);
  }

  @Test
  void aCodeThatExpiredLatelyShouldGetTheEarlierAnswerOnly() {
    Credential code = onScreen(app, somebody());
    ScanId scan = fixtures.aScanId();
    Registered first = done(keeper.register(scan, Direction.IN, code));
    app.clock().advance(Duration.ofMinutes(20).minusMillis(1));
    assertThat(done(keeper.register(scan, Direction.IN, code))).isEqualTo(first);
    assertThat(denied(keeper.register(Direction.IN, code))).isEqualTo(PASS_CODE_EXPIRED);
    app.clock().advance(Duration.ofMillis(1));
    assertThat(denied(keeper.register(scan, Direction.IN, code))).isEqualTo(PASS_CODE_EXPIRED);
  }

  @Test
  void aRevokedPaperPassShouldGetTheEarlierAnswerOnly() {
    FamilyLink member = aFamilyMember(app, applicant);
    Credential card = scanned(aPaperPass(app, applicant, member));
    ScanId scan = fixtures.aScanId();
    Registered first = done(keeper.register(scan, Direction.IN, card));
    done(app.useCases().pass().managePaperPasses().revoke(applicant, member.id()));
    assertThat(denied(keeper.register(Direction.OUT, card))).isEqualTo(PASS_CODE_EXPIRED);
    assertThat(done(keeper.register(scan, Direction.IN, card))).isEqualTo(first);
    assertThat(app.stores().visits().countInside(venue, now())).isEqualTo(1);
  }

  @Test
  void aNewPaperPassShouldReplaceTheOldOneAtTheGate() {
    FamilyLink member = aFamilyMember(app, applicant);
    Credential old = scanned(aPaperPass(app, applicant, member));
    Credential fresh = scanned(aPaperPass(app, applicant, member));
    assertThat(denied(keeper.register(Direction.IN, old))).isEqualTo(PASS_CODE_EXPIRED);
    assertThat(keeper.letsIn(fresh).outcome().kind()).isEqualTo(Kind.ENTERED);
  }

  @Test
  void typingAnIdNumberShouldBeLoggedAndScanningACodeNot() {
    ScanRecord entered = keeper.letsIn(typed(idNumber));
    keeper.letsIn(onScreen(app, somebody()));
    PersonId person = app.stores().people().findByIdNumber(idNumber).orElseThrow();
    assertThat(LoggedEvents.of(app))
        .containsExactly(
            new Logged(
                Actor.manager(applicant.account()),
                lookup(
                    AuditPurpose.REGISTRATION, app.stores().venues().find(venue), List.of(person)),
                entered.at()));
  }

  @Test
  void typingIdNumbersShouldBeLimitedAndScanningCodesNot() {
    var strict =
        new TestApplication(
            app.stores(), TestApplication.ACTIVATION_DELAY, new CountingRateLimits(1));
    var there = new GateKeeper(strict, applicant, venue);
    there.letsIn(typed(SampleIdNumbers.next()));
    assertThat(denied(there.register(Direction.IN, typed(idNumber))))
        .isEqualTo(new Denial.TooManyRequests(CountingRateLimits.WAIT));
    assertThat(app.stores().people().findByIdNumber(idNumber)).isEmpty();
    assertThat(LoggedEvents.of(app)).hasSize(1);
    there.letsIn(onScreen(app, somebody()));
    there.letsIn(onScreen(app, somebody()));
  }

  @Test
  void registerShouldBeDeniedToAManagerWhoIsNotActiveYet() {
    Caller.Resident manager = aResident(app);
    Instant activeFrom = now().plus(TestApplication.ACTIVATION_DELAY);
    fixtures.aManager(
        venue,
        app.stores().people().find(manager.person().orElseThrow()).orElseThrow(),
        activeFrom);
    var newcomer = new GateKeeper(app, manager, venue);
    assertThat(denied(newcomer.register(Direction.IN, typed(idNumber))))
        .isEqualTo(new Denial.ManagerNotActive(activeFrom));
    app.clock().advance(TestApplication.ACTIVATION_DELAY);
    assertThat(newcomer.letsIn(typed(idNumber)).outcome().kind()).isEqualTo(Kind.ENTERED);
  }

  @Test
  void registerShouldNotFindTheVenueOfSomebodyElse() {
    for (Caller.Resident other : new Caller.Resident[] {aResident(app), aStranger(app)}) {
      var there = new GateKeeper(app, other, venue);
      assertThat(denied(there.register(Direction.IN, typed(idNumber)))).isEqualTo(NOT_FOUND);
      assertThat(denied(there.register(Direction.IN, onScreen(app, somebody()))))
          .isEqualTo(NOT_FOUND);
    }
    assertThat(app.stores().people().findByIdNumber(idNumber)).isEmpty();
    assertThat(LoggedEvents.of(app)).isEmpty();
  }

  @Test
  void registerShouldNotFindAVenueThatDoesNotExistOrIsGone() {
    var nowhere = new GateKeeper(app, applicant, new VenueId(UUID.randomUUID()));
    assertThat(denied(nowhere.register(Direction.IN, typed(idNumber)))).isEqualTo(NOT_FOUND);
    app.stores().venues().replace(gate.venue().removed(now()).orElseThrow());
    assertThat(denied(keeper.register(Direction.IN, typed(idNumber)))).isEqualTo(NOT_FOUND);
  }

  private PersonId somebody() {
    return fixtures.aPerson().id();
  }

  private Page<MyVisit> visitsOf(Caller.Resident resident) {
    return app.useCases()
        .visit()
        .listMyVisits()
        .list(resident, Instant.EPOCH, now().plusMillis(1), PageRequest.first(10));
  }

  private Instant now() {
    return app.clock().instant();
  }
}
