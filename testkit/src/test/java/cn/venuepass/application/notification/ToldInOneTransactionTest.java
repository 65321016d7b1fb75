package cn.venuepass.application.notification;

import static cn.venuepass.application.Answers.done;
import static cn.venuepass.application.Callers.aResident;
import static cn.venuepass.application.Callers.aReviewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.application.OddStores;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.application.venue.ReviewVenues;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.notification.Carrier;
import cn.venuepass.domain.notification.Notice;
import cn.venuepass.domain.person.PersonName;
import cn.venuepass.domain.person.ResidentIdNumber;
import cn.venuepass.domain.venue.Manager;
import cn.venuepass.domain.venue.RejectionReason;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.testkit.SampleIdNumbers;
import cn.venuepass.testkit.StoreFixtures;
import cn.venuepass.testkit.TestApplication;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a use case does and what it tells of it are stored together or not at all. */
class ToldInOneTransactionTest {
  private static final RejectionReason REASON = new RejectionReason("地址不完整");
  private static final PersonName NAME = new PersonName("管理员样本");

  private final TestApplication app = new TestApplication();
  private final StoreFixtures fixtures = app.fixtures();
  private final Caller.Resident applicant = aResident(app);
  private final ResidentIdNumber idNumber = SampleIdNumbers.next();

  @Test
  void aDecisionShouldTellTheApplicant() {
    Venue approved = pending();
    done(review(app).approve(reviewerOf(approved), approved.id(), Optional.empty()));
    assertThat(told(applicant)).containsExactly(new Notice.ReviewDecided(approved.id(), true));
    app.clock().advance(Duration.ofMinutes(1));
    Venue rejected = pending();
    done(review(app).reject(reviewerOf(rejected), rejected.id(), Optional.empty(), REASON));
    assertThat(told(applicant))
        .containsExactly(
            new Notice.ReviewDecided(rejected.id(), false),
            new Notice.ReviewDecided(approved.id(), true));
  }

  @Test
  void aDecisionThatCannotBeToldShouldNotBeMade() {
    Venue pending = pending();
    var mute = new TestApplication(OddStores.withoutOutbox(app.stores()));
    assertThatThrownBy(
            () -> review(mute).approve(reviewerOf(pending), pending.id(), Optional.empty()))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(
            () -> review(mute).reject(reviewerOf(pending), pending.id(), Optional.empty(), REASON))
        .isInstanceOf(AssertionError.class);
    assertThat(app.stores().venues().find(pending.id())).contains(pending);
    assertThat(app.stores().posters().listOf(pending.id())).isEmpty();
  }

  @Test
  void anAppointmentShouldTellTheManagerWhenItWorks() {
    Venue venue = open();
    Manager manager = done(appoint(app, venue));
    Caller.Resident guard = aResident(app, idNumber);
    app.clock().advance(TestApplication.ACTIVATION_DELAY.minusMillis(1));
    deliver();
    assertThat(told(guard)).isEmpty();
    assertThat(app.messages().weChat()).isEmpty();
    app.clock().advance(Duration.ofMillis(1));
    deliver();
    assertThat(told(guard)).containsExactly(new Notice.ManagerActivated(venue.id(), manager.id()));
    assertThat(app.messages().weChat()).hasSize(1);
  }

  @Test
  void aManagerWhoWasRemovedMeanwhileShouldNotBeTold() {
    Venue venue = open();
    Manager manager = done(appoint(app, venue));
    Caller.Resident guard = aResident(app, idNumber);
    done(app.useCases().venue().appointManagers().remove(applicant, venue.id(), manager.id()));
    app.clock().advance(TestApplication.ACTIVATION_DELAY);
    deliver();
    assertThat(told(guard)).isEmpty();
    assertThat(app.messages().weChat()).isEmpty();
  }

  @Test
  void anAppointmentThatCannotBeToldShouldNotBeMade() {
    Venue venue = open();
    var mute = new TestApplication(OddStores.withoutOutbox(app.stores()));
    assertThatThrownBy(() -> appoint(mute, venue)).isInstanceOf(AssertionError.class);
    assertThat(app.stores().managers().listOf(venue.id())).isEmpty();
    Manager manager = done(appoint(app, venue));
    assertThatThrownBy(
            () ->
                mute.useCases()
                    .venue()
                    .appointManagers()
                    .remove(applicant, venue.id(), manager.id()))
        .isInstanceOf(AssertionError.class);
    assertThat(app.stores().managers().listOf(venue.id())).containsExactly(manager);
  }

  private void deliver() {
    int unused = app.useCases().notification().deliverNotifications().deliver(Carrier.WECHAT);
  }

  private List<Notice> told(Caller.Resident resident) {
    return app
        .useCases()
        .notification()
        .readNotifications()
        .list(resident, PageRequest.first(50))
        .items()
        .stream()
        .map(listed -> listed.notification().notice())
        .toList();
  }

  private Result<Manager> appoint(TestApplication application, Venue venue) {
    return application
        .useCases()
        .venue()
        .appointManagers()
        .add(applicant, venue.id(), idNumber, NAME, Optional.empty());
  }

  private static ReviewVenues review(TestApplication application) {
    return application.useCases().venue().reviewVenues();
  }

  private Venue pending() {
    return fixtures.aVenue().by(applicant.account()).underReview().add();
  }

  private Venue open() {
    return fixtures.aVenue().by(applicant.account()).add();
  }

  private Caller.Staff reviewerOf(Venue venue) {
    return aReviewer(app, venue.details().community());
  }
}
