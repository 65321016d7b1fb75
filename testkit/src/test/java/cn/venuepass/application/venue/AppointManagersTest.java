package cn.venuepass.application.venue;

import static cn.venuepass.application.Answers.denied;
import static cn.venuepass.application.Answers.done;
import static cn.venuepass.application.Callers.aResident;
import static cn.venuepass.application.Denial.Plain.MANAGER_EXISTS;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static cn.venuepass.application.Denial.Plain.VENUE_NOT_APPROVED;
import static cn.venuepass.application.LoggedEvents.lookup;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.CreationKey;
import cn.venuepass.application.Denial;
import cn.venuepass.application.LoggedEvents;
import cn.venuepass.application.LoggedEvents.Logged;
import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.audit.Actor;
import cn.venuepass.domain.audit.AuditPurpose;
import cn.venuepass.domain.person.PersonName;
import cn.venuepass.domain.person.ResidentIdNumber;
import cn.venuepass.domain.venue.Manager;
import cn.venuepass.domain.venue.ManagerId;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.testkit.SampleIdNumbers;
import cn.venuepass.testkit.StoreFixtures;
import cn.venuepass.testkit.TestApplication;
import cn.venuepass.testkit.memory.CountingRateLimits;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AppointManagersTest {
  private static final PersonName NAME = new PersonName("管理员样本");

  private final TestApplication app = new TestApplication();
  private final StoreFixtures fixtures = app.fixtures();
  private final Caller.Resident applicant = aResident(app);
  private final VenueId venue = fixtures.aVenue().by(applicant.account()).add().id();
  private final ResidentIdNumber idNumber = SampleIdNumbers.next();
  private final Optional<CreationKey> key =
      Optional.of(new CreationKey(applicant.account(), "manager", "key-1"));

  @Test
  void addShouldAppointAManagerWhoWorksAfterTheDelay() {
    Manager manager = done(add(venue, Optional.empty()));
    assertThat(manager.venue()).isEqualTo(venue);
    assertThat(manager.name()).isEqualTo(NAME);
    assertThat(manager.maskedIdNumber()).isEqualTo(idNumber.masked());
    assertThat(manager.addedAt()).isEqualTo(app.clock().instant());
    assertThat(manager.activeFrom())
        .isEqualTo(app.clock().instant().plus(TestApplication.ACTIVATION_DELAY));
    assertThat(done(managers().list(applicant, venue))).containsExactly(manager);
  }

  @Test
  void addShouldAppointWhomTheIdNumberNames() {
    Caller.Resident known = aResident(app, idNumber);
    assertThat(done(add(venue, Optional.empty())).person()).isEqualTo(known.person().orElseThrow());
  }

  @Test
  void addShouldBeLogged() {
    Manager manager = done(add(venue, Optional.empty()));
    assertThat(LoggedEvents.of(app))
        .containsExactly(
            new Logged(
                Actor.applicant(applicant.account()),
                lookup(
                    AuditPurpose.MANAGER,
                    app.stores().venues().find(venue),
                    List.of(manager.person())),
                app.clock().instant()));
  }

  @Test
  void addShouldBeLimited() {
    var strict =
        new TestApplication(
            app.stores(), TestApplication.ACTIVATION_DELAY, new CountingRateLimits(0));
    var appoint = strict.useCases().venue().appointManagers();
    assertThat(denied(appoint.add(applicant, venue, idNumber, NAME, Optional.empty())))
        .isEqualTo(new Denial.TooManyRequests(CountingRateLimits.WAIT));
    assertThat(app.stores().people().findByIdNumber(idNumber)).isEmpty();
  }

  @Test
  void addShouldBeDeniedBeforeTheVenueIsApproved() {
    VenueId pending = fixtures.aVenue().by(applicant.account()).underReview().add().id();
    assertThat(denied(add(pending, Optional.empty()))).isEqualTo(VENUE_NOT_APPROVED);
    assertThat(done(managers().list(applicant, pending))).isEmpty();
  }

  @Test
  void addShouldBeDeniedForWhoeverManagesTheVenueAlready() {
    Manager manager = done(add(venue, Optional.empty()));
    assertThat(denied(add(venue, Optional.empty()))).isEqualTo(MANAGER_EXISTS);
    assertThat(done(managers().list(applicant, venue))).containsExactly(manager);
  }

  @Test
  void addShouldAppointOnePersonAtSeveralVenues() {
    VenueId other = fixtures.aVenue().by(applicant.account()).add().id();
    Manager here = done(add(venue, Optional.empty()));
    Manager there = done(add(other, Optional.empty()));
    assertThat(there.person()).isEqualTo(here.person());
    assertThat(there.id()).isNotEqualTo(here.id());
  }

  @Test
  void addShouldFindWhatTheSameKeyCreated() {
    Manager manager = done(add(venue, key));
    assertThat(done(add(venue, key))).isEqualTo(manager);
  }

  @Test
  void aDeniedAppointmentShouldLeaveTheKeyFree() {
    Manager first = done(add(venue, Optional.empty()));
    assertThat(denied(add(venue, key))).isEqualTo(MANAGER_EXISTS);
    done(managers().remove(applicant, venue, first.id()));
    Manager second = done(add(venue, key));
    assertThat(done(add(venue, key))).isEqualTo(second);
    assertThat(done(managers().list(applicant, venue))).containsExactly(second);
  }

  @Test
  void addShouldNotBringBackWhomTheSameKeyAppointedAndSomebodyRemoved() {
    Manager manager = done(add(venue, key));
    done(managers().remove(applicant, venue, manager.id()));
    assertThat(denied(add(venue, key))).isEqualTo(NOT_FOUND);
    assertThat(done(managers().list(applicant, venue))).isEmpty();
  }

  @Test
  void removeShouldEndTheAppointment() {
    Manager manager = done(add(venue, Optional.empty()));
    assertThat(done(managers().remove(applicant, venue, manager.id()))).isEqualTo(manager.id());
    assertThat(done(managers().list(applicant, venue))).isEmpty();
    assertThat(denied(managers().remove(applicant, venue, manager.id()))).isEqualTo(NOT_FOUND);
  }

  @Test
  void removeShouldNotFindTheManagerOfAnotherVenue() {
    VenueId other = fixtures.aVenue().by(applicant.account()).add().id();
    Manager elsewhere = done(add(other, Optional.empty()));
    assertThat(denied(managers().remove(applicant, venue, elsewhere.id()))).isEqualTo(NOT_FOUND);
    assertThat(denied(managers().remove(applicant, venue, new ManagerId(UUID.randomUUID()))))
        .isEqualTo(NOT_FOUND);
    assertThat(done(managers().list(applicant, other))).containsExactly(elsewhere);
  }

  @Test
  void removeShouldNotFindTheVenueOfSomebodyElse() {
    Manager manager = done(add(venue, Optional.empty()));
    assertThat(denied(managers().remove(aResident(app), venue, manager.id()))).isEqualTo(NOT_FOUND);
    assertThat(done(managers().list(applicant, venue))).containsExactly(manager);
  }

  private Result<Manager> add(VenueId where, Optional<CreationKey> creation) {
    return managers().add(applicant, where, idNumber, NAME, creation);
  }

  private AppointManagers managers() {
    return app.useCases().venue().appointManagers();
  }
}
