package cn.venuepass.application.venue;

import static cn.venuepass.application.Answers.denied;
import static cn.venuepass.application.Answers.done;
import static cn.venuepass.application.Callers.aResident;
import static cn.venuepass.application.Denial.Plain.CHANGED_MEANWHILE;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static cn.venuepass.application.venue.VenueDetailsFixture.aForm;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.OddStores;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.testkit.StoreFixtures;
import cn.venuepass.testkit.TestApplication;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AdmitSubVenuesTest {
  private final TestApplication app = new TestApplication();
  private final StoreFixtures fixtures = app.fixtures();
  private final Caller.Resident applicant = aResident(app);
  private final VenueId parent = fixtures.aVenue().by(applicant.account()).add().id();
  private final Caller.Resident tenant = aResident(app);

  @Test
  void listShouldShowWhoNamesTheVenueInTheOrderOfApplication() {
    Venue own = fixtures.aVenue().by(applicant.account()).within(parent).add();
    app.clock().advance(Duration.ofMinutes(1));
    Venue waiting = aSubVenue();
    fixtures.aVenue().add();
    assertThat(done(subVenues().list(applicant, parent))).containsExactly(own, waiting);
  }

  @Test
  void listShouldNotShowARemovedVenue() {
    Venue waiting = aSubVenue();
    app.stores().venues().replace(waiting.removed(app.clock().instant()).orElseThrow());
    assertThat(done(subVenues().list(applicant, parent))).isEmpty();
  }

  @Test
  void agreeShouldMakeASubVenue() {
    Venue waiting = aSubVenue();
    assertThat(waiting.parent()).isEmpty();
    Venue agreed = done(subVenues().agree(applicant, parent, waiting.id()));
    assertThat(agreed.parent()).contains(parent);
    assertThat(stored(waiting.id())).isEqualTo(agreed);
  }

  @Test
  void dismissShouldDeclineAVenue() {
    Venue waiting = aSubVenue();
    Venue alone = done(subVenues().dismiss(applicant, parent, waiting.id()));
    assertThat(alone.details().parent()).isEmpty();
    assertThat(stored(waiting.id())).isEqualTo(alone);
    assertThat(done(subVenues().list(applicant, parent))).isEmpty();
    assertThat(denied(subVenues().agree(applicant, parent, waiting.id()))).isEqualTo(NOT_FOUND);
  }

  @Test
  void dismissShouldEndWhatWasAgreed() {
    Venue waiting = aSubVenue();
    done(subVenues().agree(applicant, parent, waiting.id()));
    done(subVenues().dismiss(applicant, parent, waiting.id()));
    assertThat(stored(waiting.id()).parent()).isEmpty();
  }

  @Test
  void onlyTheParentsApplicantShouldDecide() {
    Venue waiting = aSubVenue();
    Caller.Resident manager = aResident(app);
    fixtures.aManager(
        parent,
        app.stores().people().find(manager.person().orElseThrow()).orElseThrow(),
        app.clock().instant());
    for (Caller.Resident other : new Caller.Resident[] {tenant, manager, aResident(app)}) {
      assertThat(denied(subVenues().list(other, parent))).isEqualTo(NOT_FOUND);
      assertThat(denied(subVenues().agree(other, parent, waiting.id()))).isEqualTo(NOT_FOUND);
      assertThat(denied(subVenues().dismiss(other, parent, waiting.id()))).isEqualTo(NOT_FOUND);
    }
    assertThat(stored(waiting.id())).isEqualTo(waiting);
  }

  @Test
  void aVenueThatNamesAnotherParentShouldNotBeFound() {
    Venue elsewhere = fixtures.aVenue().within(fixtures.aVenue().add().id()).add();
    assertThat(denied(subVenues().agree(applicant, parent, elsewhere.id()))).isEqualTo(NOT_FOUND);
    assertThat(denied(subVenues().dismiss(applicant, parent, elsewhere.id()))).isEqualTo(NOT_FOUND);
    assertThat(denied(subVenues().agree(applicant, parent, parent))).isEqualTo(NOT_FOUND);
  }

  @Test
  void agreeShouldTellWhenSomebodyElseChangedTheVenueMeanwhile() {
    Venue waiting = aSubVenue();
    var slow = new TestApplication(OddStores.overtaken(app.stores()));
    var admit = slow.useCases().venue().admitSubVenues();
    assertThat(denied(admit.agree(applicant, parent, waiting.id()))).isEqualTo(CHANGED_MEANWHILE);
  }

  /** Of somebody else, who names the parent. */
  private Venue aSubVenue() {
    return done(
        app.useCases()
            .venue()
            .applyForVenue()
            .apply(tenant.account(), aForm(app).within(parent), Optional.empty()));
  }

  private Venue stored(VenueId venue) {
    return app.stores().venues().find(venue).orElseThrow();
  }

  private AdmitSubVenues subVenues() {
    return app.useCases().venue().admitSubVenues();
  }
}
