package cn.venuepass.application.venue;

import static cn.venuepass.application.Answers.denied;
import static cn.venuepass.application.Answers.done;
import static cn.venuepass.application.Callers.aResident;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static cn.venuepass.application.Denial.Plain.ROSTER_ENTRY_EXISTS;
import static cn.venuepass.application.LoggedEvents.lookup;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.application.CreationKey;
import cn.venuepass.application.Denial;
import cn.venuepass.application.LoggedEvents;
import cn.venuepass.application.LoggedEvents.Logged;
import cn.venuepass.application.Result;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.audit.Actor;
import cn.venuepass.domain.audit.AuditPurpose;
import cn.venuepass.domain.person.PersonName;
import cn.venuepass.domain.person.ResidentIdNumber;
import cn.venuepass.domain.venue.RosterEntry;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.testkit.SampleIdNumbers;
import cn.venuepass.testkit.StoreFixtures;
import cn.venuepass.testkit.TestApplication;
import cn.venuepass.testkit.memory.CountingRateLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeepRosterTest {
  private static final PersonName NAME = new PersonName("店员样本");

  private final TestApplication app = new TestApplication();
  private final StoreFixtures fixtures = app.fixtures();
  private final Caller.Resident applicant = aResident(app);
  private final VenueId venue = fixtures.aVenue().by(applicant.account()).add().id();
  private final ResidentIdNumber idNumber = SampleIdNumbers.next();
  private final Optional<CreationKey> key =
      Optional.of(new CreationKey(applicant.account(), "roster", "key-1"));

  @Test
  void addShouldListWhoWorksThereFromNowOn() {
    RosterEntry entry = done(add(Optional.empty(), Optional.empty()));
    assertThat(entry.venue()).isEqualTo(venue);
    assertThat(entry.name()).isEqualTo(NAME);
    assertThat(entry.maskedIdNumber()).isEqualTo(idNumber.masked());
    assertThat(entry.since()).isEqualTo(now());
    assertThat(entry.until()).isEmpty();
    assertThat(app.stores().people().findByIdNumber(idNumber)).contains(entry.person());
    assertThat(done(roster().list(applicant, venue))).containsExactly(entry);
  }

  @Test
  void addShouldTakeAnEarlierBeginning() {
    Instant since = now().minus(Duration.ofDays(7));
    assertThat(done(add(Optional.of(since), Optional.empty())).since()).isEqualTo(since);
  }

  @Test
  void addShouldTakeNoBeginningLongAgoOrAhead() {
    for (Instant since :
        List.of(now().minus(Duration.ofDays(7)).minusMillis(1), now().plusMillis(1))) {
      assertThatThrownBy(() -> add(Optional.of(since), Optional.empty()))
          .isInstanceOfSatisfying(
              InvalidValue.class,
              invalid -> assertThat(invalid.rule()).isEqualTo(Rule.OUT_OF_RANGE));
    }
    assertThat(done(roster().list(applicant, venue))).isEmpty();
  }

  @Test
  void aVenueUnderReviewShouldHaveNoRoster() {
    VenueId pending = app.fixtures().aVenue().by(applicant.account()).underReview().add().id();
    assertThat(
            denied(
                roster()
                    .add(applicant, pending, idNumber, NAME, Optional.empty(), Optional.empty())))
        .isEqualTo(Denial.Plain.VENUE_NOT_APPROVED);
  }

  @Test
  void addShouldBeDeniedForWhoeverWorksThereAlready() {
    done(add(Optional.empty(), Optional.empty()));
    assertThat(denied(add(Optional.empty(), key))).isEqualTo(ROSTER_ENTRY_EXISTS);
  }

  @Test
  void addShouldFindWhatTheSameKeyCreated() {
    RosterEntry entry = done(add(Optional.empty(), key));
    assertThat(done(add(Optional.empty(), key))).isEqualTo(entry);
    assertThat(done(roster().list(applicant, venue))).containsExactly(entry);
  }

  @Test
  void addShouldBeLogged() {
    RosterEntry entry = done(add(Optional.empty(), Optional.empty()));
    assertThat(LoggedEvents.of(app))
        .containsExactly(
            new Logged(
                Actor.manager(applicant.account()),
                lookup(
                    AuditPurpose.ROSTER,
                    app.stores().venues().find(venue),
                    List.of(entry.person())),
                now()));
  }

  @Test
  void addShouldBeLimited() {
    var strict =
        new TestApplication(
            app.stores(), TestApplication.ACTIVATION_DELAY, new CountingRateLimits(0));
    var keepRoster = strict.useCases().venue().keepRoster();
    assertThat(
            denied(
                keepRoster.add(
                    applicant, venue, idNumber, NAME, Optional.empty(), Optional.empty())))
        .isEqualTo(new Denial.TooManyRequests(CountingRateLimits.WAIT));
    assertThat(app.stores().people().findByIdNumber(idNumber)).isEmpty();
    assertThat(LoggedEvents.of(app)).isEmpty();
  }

  @Test
  void removeShouldTakeSomebodyOffUntilTheyAreAddedAgain() {
    RosterEntry first = done(add(Optional.empty(), Optional.empty()));
    app.clock().advance(Duration.ofDays(1));
    assertThat(done(roster().remove(applicant, venue, first.id()))).isEqualTo(first.id());
    assertThat(done(roster().list(applicant, venue))).isEmpty();
    assertThat(denied(roster().remove(applicant, venue, first.id()))).isEqualTo(NOT_FOUND);
    RosterEntry second = done(add(Optional.empty(), Optional.empty()));
    assertThat(done(roster().list(applicant, venue))).containsExactly(second);
  }

  @Test
  void removeShouldNotFindTheEntryOfAnotherVenue() {
    RosterEntry entry = done(add(Optional.empty(), Optional.empty()));
    VenueId other = fixtures.aVenue().by(applicant.account()).add().id();
    assertThat(denied(roster().remove(applicant, other, entry.id()))).isEqualTo(NOT_FOUND);
    assertThat(done(roster().list(applicant, venue))).containsExactly(entry);
    assertThat(done(roster().list(applicant, other))).isEmpty();
  }

  @Test
  void aManagerShouldKeepTheRosterOnceActive() {
    Caller.Resident manager = aResident(app);
    Instant activeFrom = now().plus(Duration.ofHours(1));
    fixtures.aManager(
        venue,
        app.stores().people().find(manager.person().orElseThrow()).orElseThrow(),
        activeFrom);
    assertThat(denied(roster().list(manager, venue)))
        .isEqualTo(new Denial.ManagerNotActive(activeFrom));
    app.clock().advance(Duration.ofHours(1));
    assertThat(done(roster().list(manager, venue))).isEmpty();
  }

  @Test
  void theVenueOfSomebodyElseShouldNotBeFound() {
    RosterEntry entry = done(add(Optional.empty(), Optional.empty()));
    Caller.Resident other = aResident(app);
    assertThat(
            denied(roster().add(other, venue, idNumber, NAME, Optional.empty(), Optional.empty())))
        .isEqualTo(NOT_FOUND);
    assertThat(denied(roster().list(other, venue))).isEqualTo(NOT_FOUND);
    assertThat(denied(roster().remove(other, venue, entry.id()))).isEqualTo(NOT_FOUND);
  }

  private Result<RosterEntry> add(Optional<Instant> since, Optional<CreationKey> creation) {
    return roster().add(applicant, venue, idNumber, NAME, since, creation);
  }

  private KeepRoster roster() {
    return app.useCases().venue().keepRoster();
  }

  private Instant now() {
    return app.clock().instant();
  }
}
