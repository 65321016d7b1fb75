package cn.venuepass.application.gate;

import static cn.venuepass.application.Answers.denied;
import static cn.venuepass.application.Answers.done;
import static cn.venuepass.application.Callers.aResident;
import static cn.venuepass.application.Denial.Plain.DEVICE_TIME_AHEAD;
import static cn.venuepass.application.Denial.Plain.DEVICE_TIME_TOO_OLD;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static cn.venuepass.application.Denial.Plain.PASS_CODE_EXPIRED;
import static cn.venuepass.application.Denial.Plain.UNKNOWN_CODE;
import static cn.venuepass.application.Families.aFamilyMember;
import static cn.venuepass.application.Families.aPaperPass;
import static cn.venuepass.application.LoggedEvents.lookup;
import static cn.venuepass.application.gate.GateKeeper.onScreen;
import static cn.venuepass.application.gate.GateKeeper.scanned;
import static cn.venuepass.application.gate.GateKeeper.typed;
import static cn.venuepass.domain.venue.Direction.IN;
import static cn.venuepass.domain.venue.Direction.OUT;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.Denial;
import cn.venuepass.application.LoggedEvents;
import cn.venuepass.application.LoggedEvents.Logged;
import cn.venuepass.application.Result;
import cn.venuepass.application.gate.UploadRegistrations.KeptScan;
import cn.venuepass.application.gate.UploadRegistrations.Upload;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.audit.Actor;
import cn.venuepass.domain.audit.AuditPurpose;
import cn.venuepass.domain.gate.DeviceId;
import cn.venuepass.domain.gate.OfflineRule;
import cn.venuepass.domain.gate.SequenceNumber;
import cn.venuepass.domain.person.FamilyLink;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.person.ResidentIdNumber;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.RefusalReason;
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
import org.junit.jupiter.api.Test;

class UploadRegistrationsTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final DeviceId DEVICE = new DeviceId("gate-1");

  private final TestApplication app = new TestApplication();
  private final StoreFixtures fixtures = app.fixtures();
  private final Caller.Resident applicant = aResident(app);
  private final Gate gate = fixtures.aVenue().by(applicant.account()).addWithGate();
  private final VenueId venue = gate.venue().id();
  private final Instant start = app.clock().instant();
  private final ResidentIdNumber idNumber = SampleIdNumbers.next();

  @Test
  void uploadShouldStoreEachScanAtTheTimeOfTheDevice() {
    app.clock().advance(HOUR.multipliedBy(8));
    List<ScanRecord> answers =
        records(
            kept(1, start, IN, typed(idNumber)), kept(2, start.plus(HOUR), OUT, typed(idNumber)));
    assertThat(answers).extracting(ScanRecord::at).containsExactly(start, start.plus(HOUR));
    assertThat(answers.get(0).outcome().kind()).isEqualTo(Kind.ENTERED);
    assertThat(answers.get(1).stay()).contains(HOUR);
  }

  @Test
  void uploadShouldAnswerInTheOrderOfTheItemsWhateverTheOrderOfTheirTimes() {
    app.clock().advance(HOUR.multipliedBy(8));
    List<ScanRecord> answers =
        records(
            kept(3, start.plus(HOUR), OUT, typed(idNumber)),
            kept(1, start, IN, typed(idNumber)),
            kept(2, start, OUT, typed(SampleIdNumbers.next())));
    assertThat(answers)
        .extracting(answer -> answer.outcome().kind())
        .containsExactly(Kind.LEFT, Kind.ENTERED, Kind.LEFT_WITHOUT_ENTRY);
    assertThat(answers.get(0).visit()).isEqualTo(answers.get(1).visit());
  }

  @Test
  void theDevicesNumbersShouldOrderWhatHappenedAtOnce() {
    List<ScanRecord> answers =
        records(kept(8, start, OUT, typed(idNumber)), kept(7, start, IN, typed(idNumber)));
    assertThat(answers)
        .extracting(answer -> answer.outcome().kind())
        .containsExactly(Kind.LEFT, Kind.ENTERED);
  }

  @Test
  void aWrongItemShouldHarmNoOther() {
    app.clock().advance(Duration.ofDays(5));
    List<Result<ScanRecord>> answers =
        done(
            upload(
                kept(1, now().plus(Duration.ofMinutes(5)).plusMillis(1), IN, typed(idNumber)),
                kept(2, now(), IN, scanned("0".repeat(80))),
                kept(3, now().minus(Duration.ofDays(3)).minusMillis(1), IN, typed(idNumber)),
                kept(4, now(), IN, codeMadeAt(start)),
                kept(5, now(), IN, typed(idNumber))));
    assertThat(answers.subList(0, 4).stream().map(answer -> denied(answer)))
        .containsExactly(DEVICE_TIME_AHEAD, UNKNOWN_CODE, DEVICE_TIME_TOO_OLD, PASS_CODE_EXPIRED);
    assertThat(done(answers.get(4)).outcome().kind()).isEqualTo(Kind.ENTERED);
    assertThat(inside()).isEqualTo(1);
  }

  @Test
  void uploadShouldTakeScansOfThreeDaysAndOfAClockThatIsFiveMinutesAhead() {
    List<ScanRecord> answers =
        records(
            kept(1, start.minus(Duration.ofDays(3)), IN, typed(idNumber)),
            kept(2, start.plus(Duration.ofMinutes(5)), IN, typed(SampleIdNumbers.next())));
    assertThat(answers).extracting(answer -> answer.outcome().kind()).containsOnly(Kind.ENTERED);
  }

  @Test
  void aScanThatHasBecomeTooOldShouldGetTheEarlierAnswer() {
    KeptScan scan = kept(1, start, IN, typed(idNumber));
    ScanRecord first = records(scan).get(0);
    app.clock().advance(Duration.ofHours(73));
    assertThat(records(scan)).containsExactly(first);
    assertThat(denied(done(upload(kept(2, start, IN, typed(idNumber)))).get(0)))
        .isEqualTo(DEVICE_TIME_TOO_OLD);
  }

  @Test
  void aPersonAheadOfTimeShouldNotBeAdded() {
    Result<ScanRecord> unused = done(upload(kept(1, now().plus(HOUR), IN, typed(idNumber)))).get(0);
    assertThat(app.stores().people().findByIdNumber(idNumber)).isEmpty();
    assertThat(LoggedEvents.of(app))
        .singleElement()
        .satisfies(logged -> assertThat(logged.deed().subjects()).isEmpty());
  }

  @Test
  void aCodeOnAScreenShouldBeJudgedAtTheDevicesTimeWithTolerance() {
    Credential code = codeMadeAt(start);
    app.clock().advance(HOUR.multipliedBy(10));
    Instant last = start.plus(Duration.ofMinutes(10));
    Instant first = start.minus(Duration.ofMinutes(5));
    List<Result<ScanRecord>> answers =
        done(
            upload(
                kept(1, first.minusMillis(1), IN, code),
                kept(2, first, IN, code),
                kept(3, last.minusMillis(1), OUT, code),
                kept(4, last, OUT, code)));
    assertThat(denied(answers.get(0))).isEqualTo(PASS_CODE_EXPIRED);
    assertThat(done(answers.get(1)).outcome().kind()).isEqualTo(Kind.ENTERED);
    assertThat(done(answers.get(2)).outcome().kind()).isEqualTo(Kind.LEFT);
    assertThat(denied(answers.get(3))).isEqualTo(PASS_CODE_EXPIRED);
  }

  @Test
  void aPaperPassShouldBeGoodForWhatWasReadBeforeItWasRevoked() {
    FamilyLink member = aFamilyMember(app, applicant);
    Credential card = scanned(aPaperPass(app, applicant, member));
    app.clock().advance(HOUR);
    Instant revoked = now();
    done(app.useCases().pass().managePaperPasses().revoke(applicant, member.id()));
    app.clock().advance(HOUR);
    List<Result<ScanRecord>> answers =
        done(
            upload(
                kept(1, revoked.plus(OfflineRule.TOLERANCE).minusMillis(1), IN, card),
                kept(2, revoked.plus(OfflineRule.TOLERANCE), OUT, card)));
    assertThat(done(answers.get(0)).outcome().kind()).isEqualTo(Kind.ENTERED);
    assertThat(denied(answers.get(1))).isEqualTo(PASS_CODE_EXPIRED);
  }

  @Test
  void aVenueThatWasNeverApprovedShouldHandInNothing() {
    Venue pending = fixtures.aVenue().by(applicant.account()).underReview().add();
    var upload = new Upload(DEVICE, List.of(kept(1, start, IN, typed(idNumber))), List.of());
    assertThat(denied(uploads().upload(applicant, pending.id(), upload)))
        .isEqualTo(Denial.Plain.VENUE_NOT_APPROVED);
    assertThat(app.stores().venues().replace(pending.withdrawn(now()).orElseThrow())).isTrue();
    assertThat(denied(uploads().upload(applicant, pending.id(), upload)))
        .isEqualTo(Denial.Plain.VENUE_NOT_APPROVED);
    assertThat(app.stores().people().findByIdNumber(idNumber)).isEmpty();
  }

  @Test
  void aScanThatIsTooOldShouldLeaveNobodyBehind() {
    app.clock().advance(Duration.ofDays(4));
    ResidentIdNumber stranger = SampleIdNumbers.next();
    List<Result<ScanRecord>> answers = done(upload(kept(1, start, IN, typed(stranger))));
    assertThat(denied(answers.get(0))).isEqualTo(DEVICE_TIME_TOO_OLD);
    assertThat(app.stores().people().findByIdNumber(stranger)).isEmpty();
  }

  @Test
  void aRepeatedUploadShouldGetTheSameAnswersFromWhicheverDevice() {
    app.clock().advance(HOUR.multipliedBy(8));
    KeptScan[] scans = {
      kept(1, start, IN, typed(idNumber)),
      kept(2, start.plus(HOUR), OUT, typed(idNumber)),
      kept(3, start, IN, scanned("0".repeat(80)))
    };
    List<Result<ScanRecord>> first = done(upload(scans));
    app.clock().advance(HOUR);
    assertThat(done(upload(scans))).isEqualTo(first);
    var other = new Upload(new DeviceId("gate-2"), List.of(scans), List.of());
    assertThat(done(uploads().upload(applicant, venue, other))).isEqualTo(first);
  }

  @Test
  void oneScanTwiceInAnUploadShouldBeStoredOnce() {
    KeptScan scan = kept(1, start, IN, typed(idNumber));
    List<ScanRecord> answers = records(scan, scan);
    assertThat(answers.get(1)).isEqualTo(answers.get(0));
    assertThat(inside()).isEqualTo(1);
  }

  @Test
  void lateEvidenceShouldLeaveWhoIsInsideAlone() {
    PersonId visitor = aResident(app, idNumber).person().orElseThrow();
    app.clock().advance(HOUR.multipliedBy(2));
    fixtures.scan(gate.in(), visitor);
    assertThat(records(kept(1, start.plus(HOUR), OUT, typed(idNumber))).get(0).outcome().kind())
        .isEqualTo(Kind.LEFT_WITHOUT_ENTRY);
    assertThat(inside()).isEqualTo(1);
    fixtures.scan(gate.out(), visitor);
    assertThat(records(kept(2, start, IN, typed(idNumber))).get(0).outcome().kind())
        .isEqualTo(Kind.ENTERED);
    assertThat(inside()).isZero();
  }

  @Test
  void uploadShouldLetInAtAFullVenueSinceItHasHappened() {
    VenueId small = fixtures.aVenue().by(applicant.account()).capacity(1).add().id();
    var both =
        new Upload(
            DEVICE,
            List.of(
                kept(1, start, IN, typed(idNumber)),
                kept(2, start, IN, typed(SampleIdNumbers.next()))),
            List.of());
    assertThat(done(uploads().upload(applicant, small, both)))
        .allSatisfy(answer -> assertThat(done(answer).outcome().kind()).isEqualTo(Kind.ENTERED));
  }

  @Test
  void uploadShouldTakeWhatHappenedBeforeTheVenueWasRemoved() {
    app.clock().advance(HOUR);
    Instant removed = now();
    app.stores().venues().replace(gate.venue().removed(removed).orElseThrow());
    app.clock().advance(HOUR);
    List<ScanRecord> answers =
        records(
            kept(1, removed.minusMillis(1), IN, typed(idNumber)),
            kept(2, removed, OUT, typed(idNumber)));
    assertThat(answers.get(0).outcome().kind()).isEqualTo(Kind.ENTERED);
    assertThat(answers.get(1).outcome())
        .isEqualTo(new ScanOutcome.Refused(RefusalReason.VENUE_CLOSED));
  }

  @Test
  void typedIdNumbersShouldBeLoggedOncePerPerson() {
    PersonId stranger = fixtures.aPerson().id();
    List<ScanRecord> unused =
        records(
            kept(1, start, IN, typed(idNumber)),
            kept(2, start, OUT, typed(idNumber)),
            kept(3, start, IN, onScreen(app, stranger)));
    PersonId person = app.stores().people().findByIdNumber(idNumber).orElseThrow();
    assertThat(LoggedEvents.of(app))
        .containsExactly(
            new Logged(
                Actor.manager(applicant.account()),
                lookup(
                    AuditPurpose.REGISTRATION, app.stores().venues().find(venue), List.of(person)),
                now()));
  }

  @Test
  void nothingShouldBeStoredWhenThereAreTooManyIdNumbers() {
    var strict =
        new TestApplication(
            app.stores(), TestApplication.ACTIVATION_DELAY, new CountingRateLimits(1));
    var limited = strict.useCases().gate().uploadRegistrations();
    Credential code = onScreen(app, fixtures.aPerson().id());
    var three =
        new Upload(
            DEVICE,
            List.of(
                kept(1, start, IN, code),
                kept(2, start, IN, typed(idNumber)),
                kept(3, start, IN, typed(SampleIdNumbers.next()))),
            List.of());
    assertThat(denied(limited.upload(applicant, venue, three)))
        .isEqualTo(new Denial.TooManyRequests(CountingRateLimits.WAIT));
    assertThat(inside()).isZero();
    assertThat(app.stores().people().findByIdNumber(idNumber)).isEmpty();
    assertThat(LoggedEvents.of(app)).isEmpty();
    assertThat(app.stores().gateDevices().listOf(venue)).isEmpty();
  }

  @Test
  void whatAGateUploadsShouldBeLimitedApartFromWhatIsTypedOnline() {
    var strict =
        new TestApplication(
            app.stores(), TestApplication.ACTIVATION_DELAY, new CountingRateLimits(1));
    new GateKeeper(strict, applicant, venue).letsIn(typed(SampleIdNumbers.next()));
    var limited = strict.useCases().gate().uploadRegistrations();
    var codes = new Upload(DEVICE, List.of(kept(1, start, IN, codeMadeAt(start))), List.of());
    var one = new Upload(DEVICE, List.of(kept(2, start, IN, typed(idNumber))), List.of());
    done(limited.upload(applicant, venue, codes));
    var answer = done(limited.upload(applicant, venue, one));
    done(limited.upload(applicant, venue, codes));
    assertThat(done(limited.upload(applicant, venue, one))).isEqualTo(answer);
    var other =
        new Upload(DEVICE, List.of(kept(3, start, IN, typed(SampleIdNumbers.next()))), List.of());
    assertThat(denied(limited.upload(applicant, venue, other)))
        .isEqualTo(new Denial.TooManyRequests(CountingRateLimits.WAIT));
  }

  @Test
  void codesAloneShouldAskNoLimit() {
    var strict =
        new TestApplication(
            app.stores(),
            TestApplication.ACTIVATION_DELAY,
            (account, what, count) -> Optional.of(HOUR));
    var codes = new Upload(DEVICE, List.of(kept(1, start, IN, codeMadeAt(start))), List.of());
    done(strict.useCases().gate().uploadRegistrations().upload(applicant, venue, codes));
    assertThat(inside()).isEqualTo(1);
  }

  @Test
  void uploadShouldBeTheWorkOfTheVenuesActiveManagers() {
    var one = new Upload(DEVICE, List.of(kept(1, start, IN, typed(idNumber))), List.of());
    Caller.Resident other = aResident(app);
    assertThat(denied(uploads().upload(other, venue, one))).isEqualTo(NOT_FOUND);
    fixtures.aManager(
        venue,
        app.stores().people().find(other.person().orElseThrow()).orElseThrow(),
        now().plus(HOUR));
    assertThat(denied(uploads().upload(other, venue, one)))
        .isEqualTo(new Denial.ManagerNotActive(now().plus(HOUR)));
    assertThat(app.stores().people().findByIdNumber(idNumber)).isEmpty();
    app.clock().advance(HOUR);
    done(uploads().upload(other, venue, one));
  }

  private List<ScanRecord> records(KeptScan... scans) {
    return done(upload(scans)).stream().map(answer -> done(answer)).toList();
  }

  private Result<List<Result<ScanRecord>>> upload(KeptScan... scans) {
    return uploads().upload(applicant, venue, new Upload(DEVICE, List.of(scans), List.of()));
  }

  private KeptScan kept(long sequence, Instant at, Direction direction, Credential credential) {
    return new KeptScan(
        fixtures.aScanId(), new SequenceNumber(sequence), at, direction, credential);
  }

  private Credential codeMadeAt(Instant at) {
    return scanned(app.passCodes().issue(fixtures.aPerson().id(), at).code());
  }

  private int inside() {
    return app.stores().visits().countInside(venue, now());
  }

  private UploadRegistrations uploads() {
    return app.useCases().gate().uploadRegistrations();
  }

  private Instant now() {
    return app.clock().instant();
  }
}
