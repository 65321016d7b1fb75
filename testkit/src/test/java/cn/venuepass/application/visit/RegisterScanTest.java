package cn.venuepass.application.visit;

import static cn.venuepass.application.Answers.denied;
import static cn.venuepass.application.Answers.done;
import static cn.venuepass.application.Callers.aResident;
import static cn.venuepass.application.Callers.aStranger;
import static cn.venuepass.application.Denial.Plain.IDENTITY_REQUIRED;
import static cn.venuepass.application.Denial.Plain.UNKNOWN_CODE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.OddStores;
import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.SessionId;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.Poster;
import cn.venuepass.domain.venue.PosterId;
import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.visit.RefusalReason;
import cn.venuepass.domain.visit.ScanId;
import cn.venuepass.domain.visit.ScanOutcome;
import cn.venuepass.domain.visit.ScanOutcome.Kind;
import cn.venuepass.domain.visit.ScanRecord;
import cn.venuepass.testkit.StoreFixtures;
import cn.venuepass.testkit.StoreFixtures.Gate;
import cn.venuepass.testkit.TestApplication;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RegisterScanTest {
  private static final String FORGED = "0".repeat(40);

  private final TestApplication app = new TestApplication();
  private final StoreFixtures fixtures = app.fixtures();
  private final Caller.Resident resident = aResident(app);

  @Test
  void registerShouldOpenAVisitAtTheTimeOfTheServer() {
    Gate gate = fixtures.aVenue().addWithGate();
    ScanRecord entered = scan(gate.in());
    assertThat(entered.outcome().kind()).isEqualTo(Kind.ENTERED);
    assertThat(entered.direction()).isEqualTo(Direction.IN);
    assertThat(entered.venue().id()).isEqualTo(gate.venue().id());
    assertThat(entered.at()).isEqualTo(now());
  }

  @Test
  void registerShouldAnswerAlreadyInsideWhenTheVisitIsOpen() {
    Gate gate = fixtures.aVenue().addWithGate();
    ScanRecord entered = scan(gate.in());
    app.clock().advance(Duration.ofMinutes(20));
    ScanRecord again = scan(gate.in());
    assertThat(again.outcome().kind()).isEqualTo(Kind.ALREADY_INSIDE);
    assertThat(again.since()).contains(entered.at());
    assertThat(again.visit()).isEqualTo(entered.visit());
  }

  @Test
  void registerShouldOpenAnotherVisitAfterTheReentryGap() {
    Gate gate = fixtures.aVenue().addWithGate();
    ScanRecord entered = scan(gate.in());
    app.clock().advance(StayRules.DEFAULT.reentryGap().plusMillis(1));
    ScanRecord again = scan(gate.in());
    assertThat(again.outcome().kind()).isEqualTo(Kind.ENTERED);
    assertThat(again.visit()).isNotEqualTo(entered.visit());
  }

  @Test
  void registerShouldAnswerTheStayWhenSomebodyLeaves() {
    Gate gate = fixtures.aVenue().addWithGate();
    ScanRecord entered = scan(gate.in());
    app.clock().advance(Duration.ofMinutes(90));
    ScanRecord left = scan(gate.out());
    assertThat(left.outcome().kind()).isEqualTo(Kind.LEFT);
    assertThat(left.visit()).isEqualTo(entered.visit());
    assertThat(left.stay()).contains(Duration.ofMinutes(90));
    assertThat(scan(gate.out()).outcome().kind()).isEqualTo(Kind.LEFT_WITHOUT_ENTRY);
  }

  @Test
  void registerShouldTellPeopleAndVenuesApart() {
    Gate gate = fixtures.aVenue().addWithGate();
    Gate other = fixtures.aVenue().addWithGate();
    assertThat(scan(gate.in()).outcome().kind()).isEqualTo(Kind.ENTERED);
    assertThat(scan(other.in()).outcome().kind()).isEqualTo(Kind.ENTERED);
    assertThat(done(scan(aResident(app), gate.in())).outcome().kind()).isEqualTo(Kind.ENTERED);
  }

  @Test
  void registerShouldAnswerTheSameToAScanThatIsSentAgain() {
    Gate gate = fixtures.aVenue().addWithGate();
    ScanId id = fixtures.aScanId();
    ScanRecord first = done(scan(id, codeOf(gate.in())));
    app.clock().advance(Duration.ofHours(12));
    assertThat(done(scan(id, codeOf(gate.in())))).isEqualTo(first);
    assertThat(scan(gate.out()).stay()).contains(Duration.ofHours(12));
    assertThat(done(scan(id, codeOf(gate.in())))).isEqualTo(first);
  }

  @Test
  void registerShouldTakeThePrintedUrlToo() {
    Gate gate = fixtures.aVenue().addWithGate();
    String url = app.links().urlOf(gate.in());
    assertThat(done(scan(fixtures.aScanId(), url)).outcome().kind()).isEqualTo(Kind.ENTERED);
  }

  @Test
  void registerShouldDenyAForgedCodeWithoutAskingAStore() {
    var alone = new TestApplication(OddStores.thatNobodyMayAsk());
    var realNamed =
        new Caller.Resident(
            new SessionId(new UUID(1, 1)),
            new AccountId(new UUID(2, 2)),
            Optional.of(new PersonId(new UUID(3, 3))));
    var registerScan = alone.useCases().visit().registerScan();
    assertThat(
            denied(
                registerScan
                    .register(realNamed, new ScanId("scan-1"), FORGED, List.of())
                    .toCompletableFuture()
                    .join()))
        .isEqualTo(UNKNOWN_CODE);
  }

  @Test
  void registerShouldDenyTheCodeOfAPosterThatDoesNotExist() {
    String code = app.codes().codeOf(new PosterId(UUID.randomUUID()));
    assertThat(denied(scan(fixtures.aScanId(), code))).isEqualTo(UNKNOWN_CODE);
  }

  @Test
  void registerShouldRequireAnIdentity() {
    Gate gate = fixtures.aVenue().addWithGate();
    assertThat(denied(scan(aStranger(app), gate.in()))).isEqualTo(IDENTITY_REQUIRED);
  }

  @Test
  void registerShouldRefuseAVenueUnderReview() {
    Gate gate = fixtures.aVenue().underReview().addWithGate();
    assertRefused(scan(gate.in()), RefusalReason.VENUE_NOT_APPROVED);
  }

  @Test
  void registerShouldRefuseARevokedPosterFromTheNextScanOn() {
    Gate gate = fixtures.aVenue().addWithGate();
    scan(gate.in());
    app.stores().posters().revoke(gate.venue().id(), gate.in().id(), now());
    assertRefused(scan(gate.in()), RefusalReason.POSTER_REVOKED);
    assertThat(scan(gate.out()).outcome().kind()).isEqualTo(Kind.LEFT);
  }

  @Test
  void registerShouldRefuseAFullVenueUntilSomebodyLeaves() {
    Gate gate = fixtures.aVenue().capacity(1).addWithGate();
    Caller.Resident other = aResident(app);
    scan(gate.in());
    assertRefused(done(scan(other, gate.in())), RefusalReason.VENUE_FULL);
    assertThat(scan(gate.in()).outcome().kind()).isEqualTo(Kind.ALREADY_INSIDE);
    scan(gate.out());
    assertThat(done(scan(other, gate.in())).outcome().kind()).isEqualTo(Kind.ENTERED);
  }

  @Test
  void aForgottenExitShouldNotFillAVenueForLongerThanTheMaximumStay() {
    Gate gate = fixtures.aVenue().capacity(1).addWithGate();
    scan(gate.in());
    app.clock().advance(StayRules.DEFAULT.maximumStay().minusMillis(1));
    assertRefused(done(scan(aResident(app), gate.in())), RefusalReason.VENUE_FULL);
    app.clock().advance(Duration.ofMillis(1));
    assertThat(done(scan(aResident(app), gate.in())).outcome().kind()).isEqualTo(Kind.ENTERED);
  }

  private ScanRecord scan(Poster poster) {
    return done(scan(resident, poster));
  }

  private Result<ScanRecord> scan(Caller.Resident who, Poster poster) {
    return scan(who, fixtures.aScanId(), codeOf(poster));
  }

  private Result<ScanRecord> scan(ScanId id, String code) {
    return scan(resident, id, code);
  }

  private Result<ScanRecord> scan(Caller.Resident who, ScanId id, String code) {
    return app.useCases()
        .visit()
        .registerScan()
        .register(who, id, code, List.of())
        .toCompletableFuture()
        .join();
  }

  private String codeOf(Poster poster) {
    return app.codes().codeOf(poster.id());
  }

  private Instant now() {
    return app.clock().instant();
  }

  private static void assertRefused(ScanRecord scan, RefusalReason reason) {
    assertThat(scan.outcome()).isEqualTo(new ScanOutcome.Refused(reason));
  }
}
