package cn.venuepass.application.visit;

import static cn.venuepass.application.Answers.denied;
import static cn.venuepass.application.Answers.done;
import static cn.venuepass.application.Callers.aResident;
import static cn.venuepass.application.Callers.aStranger;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.Denial;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.application.visit.ListMyVisits.MyVisit;
import cn.venuepass.application.visit.RegisterByIdNumber.Registration;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.person.PersonName;
import cn.venuepass.domain.person.ResidentIdNumber;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.Observation;
import cn.venuepass.domain.visit.RefusalReason;
import cn.venuepass.domain.visit.ScanMethod;
import cn.venuepass.domain.visit.ScanOutcome;
import cn.venuepass.domain.visit.ScanOutcome.Kind;
import cn.venuepass.domain.visit.ScanRecord;
import cn.venuepass.testkit.SampleIdNumbers;
import cn.venuepass.testkit.StoreFixtures;
import cn.venuepass.testkit.StoreFixtures.Gate;
import cn.venuepass.testkit.TestApplication;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RegisterByIdNumberTest {
  private final TestApplication app = new TestApplication();
  private final StoreFixtures fixtures = app.fixtures();
  private final Caller.Resident applicant = aResident(app);
  private final Gate gate = fixtures.aVenue().by(applicant.account()).addWithGate();
  private final VenueId venue = gate.venue().id();
  private final ResidentIdNumber idNumber = SampleIdNumbers.next();

  @Test
  void registerShouldLetSomebodyInAndOut() {
    ScanRecord entered = done(register(applicant, Direction.IN));
    assertThat(entered.outcome().kind()).isEqualTo(Kind.ENTERED);
    assertThat(entered.venue().id()).isEqualTo(venue);
    app.clock().advance(Duration.ofHours(1));
    ScanRecord left = done(register(applicant, Direction.OUT));
    assertThat(left.outcome().kind()).isEqualTo(Kind.LEFT);
    assertThat(left.stay()).contains(Duration.ofHours(1));
  }

  @Test
  void registerShouldAnswerAlreadyInsideWhenThePersonScannedTheInPoster() {
    Caller.Resident visitor = aResident(app, idNumber);
    fixtures.scan(gate.in(), visitor.person().orElseThrow());
    assertThat(done(register(applicant, Direction.IN)).outcome().kind())
        .isEqualTo(Kind.ALREADY_INSIDE);
  }

  @Test
  void registerShouldBeFoundInTheRecordOfAPersonWhoIsRealNamedLater() {
    done(register(applicant, Direction.IN));
    Caller.Resident visitor = aResident(app, idNumber);
    var page =
        app.useCases()
            .visit()
            .listMyVisits()
            .list(visitor, now(), now().plusMillis(1), PageRequest.first(10));
    assertThat(page.items())
        .extracting(MyVisit::visit)
        .singleElement()
        .satisfies(
            visit ->
                assertThat(visit.entry()).contains(new Observation(now(), ScanMethod.ID_NUMBER)));
  }

  @Test
  void registerShouldAnswerTheSameToAScanThatIsSentAgain() {
    var registration = registration(Direction.IN);
    ScanRecord first = done(register(applicant, venue, registration));
    app.clock().advance(Duration.ofHours(5));
    assertThat(done(register(applicant, venue, registration))).isEqualTo(first);
  }

  @Test
  void registerShouldNotNeedAPosterThatHangs() {
    app.stores().posters().revoke(venue, gate.in().id(), now());
    assertThat(done(register(applicant, Direction.IN)).outcome().kind()).isEqualTo(Kind.ENTERED);
  }

  @Test
  void registerShouldRefuseAtAVenueUnderReview() {
    VenueId pending = fixtures.aVenue().by(applicant.account()).underReview().add().id();
    assertThat(done(register(applicant, pending, registration(Direction.IN))).outcome())
        .isEqualTo(new ScanOutcome.Refused(RefusalReason.VENUE_NOT_APPROVED));
  }

  @Test
  void registerShouldRefuseAtAFullVenue() {
    VenueId small = fixtures.aVenue().by(applicant.account()).capacity(1).add().id();
    done(register(applicant, small, registration(Direction.IN)));
    var other =
        new Registration(
            fixtures.aScanId(), Direction.IN, SampleIdNumbers.next(), Optional.empty());
    assertThat(done(register(applicant, small, other)).outcome())
        .isEqualTo(new ScanOutcome.Refused(RefusalReason.VENUE_FULL));
  }

  @Test
  void registerShouldBeDeniedToAManagerWhoIsNotActiveYet() {
    Caller.Resident manager = aResident(app);
    Instant activeFrom = now().plus(TestApplication.ACTIVATION_DELAY);
    fixtures.aManager(
        venue,
        app.stores().people().find(manager.person().orElseThrow()).orElseThrow(),
        activeFrom);
    assertThat(denied(register(manager, Direction.IN)))
        .isEqualTo(new Denial.ManagerNotActive(activeFrom));
    app.clock().advance(TestApplication.ACTIVATION_DELAY);
    assertThat(done(register(manager, Direction.IN)).outcome().kind()).isEqualTo(Kind.ENTERED);
  }

  @Test
  void registerShouldNotFindTheVenueOfSomebodyElse() {
    assertThat(denied(register(aResident(app), Direction.IN))).isEqualTo(NOT_FOUND);
    assertThat(denied(register(aStranger(app), Direction.IN))).isEqualTo(NOT_FOUND);
  }

  @Test
  void registerShouldNotFindAVenueThatDoesNotExist() {
    var unknown = new VenueId(UUID.randomUUID());
    assertThat(denied(register(applicant, unknown, registration(Direction.IN))))
        .isEqualTo(NOT_FOUND);
  }

  private Result<ScanRecord> register(Caller.Resident manager, Direction direction) {
    return register(manager, venue, registration(direction));
  }

  private Result<ScanRecord> register(
      Caller.Resident manager, VenueId place, Registration registration) {
    return app.useCases().visit().registerByIdNumber().register(manager, place, registration);
  }

  private Registration registration(Direction direction) {
    return new Registration(
        fixtures.aScanId(), direction, idNumber, Optional.of(new PersonName("访客样本")));
  }

  private Instant now() {
    return app.clock().instant();
  }
}
