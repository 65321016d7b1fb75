package cn.venuepass.application.gate;

import static cn.venuepass.application.Answers.denied;
import static cn.venuepass.application.Answers.done;
import static cn.venuepass.application.Callers.aResident;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.Denial;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.Observation;
import cn.venuepass.domain.visit.ScanId;
import cn.venuepass.domain.visit.ScanMethod;
import cn.venuepass.domain.visit.ScanOutcome.Kind;
import cn.venuepass.domain.visit.ScanRecord;
import cn.venuepass.domain.visit.VisitId;
import cn.venuepass.testkit.StoreFixtures;
import cn.venuepass.testkit.StoreFixtures.Gate;
import cn.venuepass.testkit.TestApplication;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MarkAsLeftTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private final TestApplication app = new TestApplication();
  private final StoreFixtures fixtures = app.fixtures();
  private final Caller.Resident applicant = aResident(app);
  private final Gate gate = fixtures.aVenue().by(applicant.account()).addWithGate();
  private final VenueId venue = gate.venue().id();
  private final PersonId visitor = fixtures.aPerson().id();
  private final VisitId visit = fixtures.scan(gate.in(), visitor).visit().orElseThrow();
  private final ScanId scan = fixtures.aScanId();

  @Test
  void markShouldEndTheVisitNow() {
    app.clock().advance(HOUR);
    ScanRecord left = done(mark(applicant, venue, visit, scan));
    assertThat(left.outcome().kind()).isEqualTo(Kind.LEFT);
    assertThat(left.direction()).isEqualTo(Direction.OUT);
    assertThat(left.visit()).contains(visit);
    assertThat(left.stay()).contains(HOUR);
    assertThat(app.stores().visits().countInside(venue, now())).isZero();
    assertThat(
            app.stores().visits().listAt(venue, Instant.EPOCH, now(), PageRequest.first(1)).items())
        .singleElement()
        .satisfies(
            recorded ->
                assertThat(recorded.visit().exit())
                    .contains(new Observation(now(), ScanMethod.MARKED_LEFT)));
  }

  @Test
  void markShouldAnswerTheSameToAScanThatIsSentAgain() {
    app.clock().advance(Duration.ofHours(23));
    ScanRecord left = done(mark(applicant, venue, visit, scan));
    app.clock().advance(Duration.ofDays(5));
    fixtures.scan(gate.in(), visitor);
    assertThat(done(mark(applicant, venue, visit, scan))).isEqualTo(left);
    assertThat(app.stores().visits().countInside(venue, now())).isEqualTo(1);
  }

  @Test
  void markShouldNotFindAVisitThatHasEnded() {
    done(mark(applicant, venue, visit, scan));
    assertThat(denied(mark(applicant, venue, visit, fixtures.aScanId()))).isEqualTo(NOT_FOUND);
  }

  @Test
  void markShouldNotEndALaterVisitOfThePerson() {
    fixtures.scan(gate.out(), visitor);
    fixtures.scan(gate.in(), visitor);
    assertThat(denied(mark(applicant, venue, visit, scan))).isEqualTo(NOT_FOUND);
    assertThat(app.stores().visits().countInside(venue, now())).isEqualTo(1);
  }

  @Test
  void markShouldNotFindAVisitThatIsOverByTheMaximumStay() {
    app.clock().advance(Duration.ofHours(24).plusMillis(1));
    assertThat(denied(mark(applicant, venue, visit, scan))).isEqualTo(NOT_FOUND);
  }

  @Test
  void markShouldNotFindTheVisitOfAnotherVenue() {
    Gate other = fixtures.aVenue().by(applicant.account()).addWithGate();
    VisitId elsewhere = fixtures.scan(other.in(), visitor).visit().orElseThrow();
    assertThat(denied(mark(applicant, venue, elsewhere, scan))).isEqualTo(NOT_FOUND);
    assertThat(denied(mark(applicant, venue, new VisitId(UUID.randomUUID()), scan)))
        .isEqualTo(NOT_FOUND);
    assertThat(app.stores().visits().countInside(other.venue().id(), now())).isEqualTo(1);
  }

  @Test
  void markShouldBeTheWorkOfTheVenuesActiveManagers() {
    assertThat(denied(mark(aResident(app), venue, visit, scan))).isEqualTo(NOT_FOUND);
    Caller.Resident manager = aResident(app);
    fixtures.aManager(
        venue,
        app.stores().people().find(manager.person().orElseThrow()).orElseThrow(),
        now().plus(HOUR));
    assertThat(denied(mark(manager, venue, visit, scan)))
        .isEqualTo(new Denial.ManagerNotActive(now().plus(HOUR)));
    app.clock().advance(HOUR);
    assertThat(done(mark(manager, venue, visit, scan)).visit()).contains(visit);
  }

  private Result<ScanRecord> mark(
      Caller.Resident manager, VenueId place, VisitId which, ScanId id) {
    return app.useCases().gate().markAsLeft().mark(manager, place, which, id);
  }

  private Instant now() {
    return app.clock().instant();
  }
}
