package cn.venuepass.application.gate;

import static cn.venuepass.application.Answers.denied;
import static cn.venuepass.application.Answers.done;
import static cn.venuepass.application.Callers.aResident;
import static cn.venuepass.application.Callers.aStaffMember;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static cn.venuepass.application.Families.aFamilyMember;
import static cn.venuepass.application.Families.aPaperPass;
import static cn.venuepass.application.gate.GateKeeper.onScreen;
import static cn.venuepass.application.gate.GateKeeper.scanned;
import static cn.venuepass.application.gate.GateKeeper.typed;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.Denial;
import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.gate.NoPhoneParity;
import cn.venuepass.domain.gate.Registrations;
import cn.venuepass.domain.gate.TurnedAway;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.testkit.SampleIdNumbers;
import cn.venuepass.testkit.StoreFixtures;
import cn.venuepass.testkit.StoreFixtures.Gate;
import cn.venuepass.testkit.TestApplication;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ViewNoPhoneParityTest {
  private static final Duration DAY = Duration.ofDays(1);

  private final TestApplication app = new TestApplication();
  private final StoreFixtures fixtures = app.fixtures();
  private final Caller.Resident applicant = aResident(app);
  private final Division territory = fixtures.aDivision(Division.Level.TERRITORY, Optional.empty());
  private final DivisionCode community =
      fixtures.aDivision(Division.Level.COMMUNITY, Optional.of(territory.code())).code();
  private final Gate gate = fixtures.aVenue().in(community).by(applicant.account()).addWithGate();
  private final VenueId venue = gate.venue().id();
  private final GateKeeper keeper = new GateKeeper(app, applicant, venue);
  private final Instant start = app.clock().instant();

  @Test
  void viewShouldCompareTheVenueWithItsCommunity() {
    VenueId neighbour = fixtures.aVenue().in(community).by(applicant.account()).add().id();
    VenueId elsewhere = fixtures.aVenue().by(applicant.account()).add().id();
    String card = aPaperPass(app, applicant, aFamilyMember(app, applicant));
    app.clock().advance(Duration.ofMillis(-1));
    keeper.letsIn(typed(SampleIdNumbers.next()));
    turnAway(venue);
    app.clock().advance(Duration.ofMillis(1));
    enterByPoster();
    enterByPoster();
    keeper.letsIn(typed(SampleIdNumbers.next()));
    keeper.letsIn(onScreen(app, fixtures.aPerson().id()));
    keeper.letsOut(typed(SampleIdNumbers.next()));
    new GateKeeper(app, applicant, neighbour).letsIn(typed(SampleIdNumbers.next()));
    new GateKeeper(app, applicant, elsewhere).letsIn(typed(SampleIdNumbers.next()));
    turnAway(venue);
    turnAway(neighbour);
    app.clock().advance(DAY);
    enterByPoster();
    keeper.letsIn(onScreen(app, fixtures.aPerson().id()));
    app.clock().advance(DAY);
    keeper.letsIn(scanned(card));
    app.clock().advance(DAY);
    keeper.letsIn(typed(SampleIdNumbers.next()));
    turnAway(venue);
    assertThat(done(view(applicant)))
        .isEqualTo(
            new NoPhoneParity(new Registrations(7, 4, 2), new Registrations(8, 5, 3), 1, 3, 1));
  }

  @Test
  void viewShouldCountDaysAsChinaDoes() {
    app.clock().advance(Duration.ofHours(15));
    enterByPoster();
    app.clock().advance(Duration.ofHours(1));
    enterByPoster();
    assertThat(done(view(applicant)).daysOpen()).isEqualTo(2);
  }

  @Test
  void viewShouldBeEmptyWhereNobodyCame() {
    assertThat(done(view(applicant)))
        .isEqualTo(
            new NoPhoneParity(new Registrations(0, 0, 0), new Registrations(0, 0, 0), 0, 0, 0));
  }

  @Test
  void viewShouldBeForReviewersAndSupervisorsOfTheDivision() {
    for (DivisionCode division : new DivisionCode[] {community, territory.code()}) {
      done(view(aStaffMember(app, Role.REVIEWER, division)));
      done(view(aStaffMember(app, Role.SUPERVISOR, division)));
    }
    DivisionCode other = fixtures.aCommunity();
    assertThat(denied(view(aStaffMember(app, Role.REVIEWER, other)))).isEqualTo(NOT_FOUND);
    assertThat(denied(view(aStaffMember(app, Role.SUPERVISOR, other)))).isEqualTo(NOT_FOUND);
    assertThat(denied(view(aStaffMember(app, Role.TRACER, community)))).isEqualTo(NOT_FOUND);
  }

  @Test
  void viewShouldBeForTheVenuesActiveManagers() {
    Caller.Resident other = aResident(app);
    assertThat(denied(view(other))).isEqualTo(NOT_FOUND);
    fixtures.aManager(
        venue,
        app.stores().people().find(other.person().orElseThrow()).orElseThrow(),
        start.plus(DAY));
    assertThat(denied(view(other))).isEqualTo(new Denial.ManagerNotActive(start.plus(DAY)));
    app.clock().advance(DAY);
    done(view(other));
  }

  private Result<NoPhoneParity> view(Caller caller) {
    return app.useCases()
        .gate()
        .viewNoPhoneParity()
        .view(caller, venue, start, start.plus(DAY.multipliedBy(3)));
  }

  private void enterByPoster() {
    fixtures.scan(gate.in(), fixtures.aPerson().id());
  }

  private void turnAway(VenueId place) {
    var words = new TurnedAway.Words("拒绝登记", Optional.empty());
    done(app.useCases().gate().turnAway().note(applicant, place, words, Optional.empty()));
  }
}
