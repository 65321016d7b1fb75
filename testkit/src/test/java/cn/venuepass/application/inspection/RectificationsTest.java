package cn.venuepass.application.inspection;

import static cn.venuepass.application.Answers.done;
import static cn.venuepass.application.Callers.aResident;
import static cn.venuepass.application.Callers.aStaffMember;
import static cn.venuepass.application.inspection.Inspections.ACCEPTED;
import static cn.venuepass.application.inspection.Inspections.answer;
import static cn.venuepass.application.inspection.Inspections.criticism;
import static cn.venuepass.application.inspection.Inspections.inDays;
import static cn.venuepass.application.inspection.Inspections.inspect;
import static cn.venuepass.application.inspection.Inspections.ordered;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.PageRequest;
import cn.venuepass.application.inspection.InspectVenues.Verdict;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.inspection.Inspection;
import cn.venuepass.domain.inspection.Premises.OfVenue;
import cn.venuepass.domain.notification.Notice;
import cn.venuepass.domain.notification.Notification;
import cn.venuepass.domain.person.Person;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.testkit.StoreFixtures;
import cn.venuepass.testkit.TestApplication;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a venue is told of what it has to put right. */
class RectificationsTest {
  private final TestApplication app = new TestApplication();
  private final StoreFixtures fixtures = app.fixtures();
  private final DivisionCode community = fixtures.aCommunity();
  private final Caller.Staff supervisor = aStaffMember(app, Role.SUPERVISOR, community);
  private final Caller.Resident applicant = aResident(app);
  private final Venue venue = fixtures.aVenue().in(community).by(applicant.account()).add();

  @Test
  void theApplicantShouldBeToldAtOnceAndADayBeforeTheDeadline() {
    Inspection made = ordered(app, supervisor, venue.id(), 7);
    Instant dueAt = made.order().dueAt().orElseThrow();
    var notice = new Notice.RectificationDue(venue.id(), made.id().value(), dueAt);
    assertThat(told(applicant)).containsExactly(notice);
    moveTo(dueAt.minus(Duration.ofDays(1)).minusMillis(1));
    assertThat(told(applicant)).hasSize(1);
    app.clock().advance(Duration.ofMillis(1));
    assertThat(told(applicant)).containsExactly(notice, notice);
  }

  @Test
  void aShortDeadlineShouldBeToldOnce() {
    ordered(app, supervisor, venue.id(), 1);
    app.clock().advance(Duration.ofDays(2));
    assertThat(told(applicant)).hasSize(1);
  }

  @Test
  void activeManagersShouldBeToldAndReminded() {
    Caller.Resident active = managerFrom(app.clock().instant());
    Caller.Resident notYet = managerFrom(app.clock().instant().plusSeconds(60));
    ordered(app, supervisor, venue.id(), 7);
    app.clock().advance(Duration.ofDays(30));
    assertThat(told(active)).hasSize(2);
    assertThat(told(notYet)).isEmpty();
  }

  @Test
  void nobodyShouldBeRemindedOfWhatIsDone() {
    Inspection made = ordered(app, supervisor, venue.id(), 7);
    done(answer(app).complete(applicant, made.id(), Optional.empty()));
    app.clock().advance(Duration.ofDays(30));
    assertThat(told(applicant)).hasSize(1);
  }

  @Test
  void whatIsReopenedShouldBeToldAgainWithItsNewDeadline() {
    Inspection made = ordered(app, supervisor, venue.id(), 7);
    done(answer(app).complete(applicant, made.id(), Optional.empty()));
    Instant later = inDays(app, 20);
    done(
        inspect(app)
            .verify(
                supervisor, made.id(), new Verdict(false, Optional.empty(), Optional.of(later))));
    var again = new Notice.RectificationDue(venue.id(), made.id().value(), later);
    moveTo(later);
    assertThat(told(applicant)).hasSize(3).filteredOn(again::equals).hasSize(2);
    done(answer(app).complete(applicant, made.id(), Optional.empty()));
    done(inspect(app).verify(supervisor, made.id(), ACCEPTED));
    app.clock().advance(Duration.ofDays(30));
    assertThat(told(applicant)).hasSize(3);
  }

  @Test
  void nobodyShouldBeToldOfWhatIsSettledOnTheSpot() {
    done(inspect(app).inspect(supervisor, criticism(new OfVenue(venue.id())), Optional.empty()));
    app.clock().advance(Duration.ofDays(30));
    assertThat(told(applicant)).isEmpty();
  }

  private void moveTo(Instant time) {
    app.clock().advance(Duration.between(app.clock().instant(), time));
  }

  private Caller.Resident managerFrom(Instant activeFrom) {
    Caller.Resident manager = aResident(app);
    Person person = app.stores().people().find(manager.person().orElseThrow()).orElseThrow();
    fixtures.aManager(venue.id(), person, activeFrom);
    return manager;
  }

  private List<Notice> told(Caller.Resident resident) {
    return app
        .useCases()
        .notification()
        .readNotifications()
        .list(resident, PageRequest.first(50))
        .items()
        .stream()
        .map(listed -> listed.notification())
        .map(Notification::notice)
        .toList();
  }
}
