package cn.venuepass.application.visit;

import static cn.venuepass.application.Answers.denied;
import static cn.venuepass.application.Answers.done;
import static cn.venuepass.application.Callers.aResident;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.visit.RegisterByIdNumber.Registration;
import cn.venuepass.application.visit.ViewOccupancy.MaskedPerson;
import cn.venuepass.application.visit.ViewOccupancy.Occupancy;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.person.ResidentIdNumber;
import cn.venuepass.domain.venue.Capacity;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.ScanMethod;
import cn.venuepass.domain.visit.ScanRecord;
import cn.venuepass.testkit.SampleIdNumbers;
import cn.venuepass.testkit.StoreFixtures;
import cn.venuepass.testkit.StoreFixtures.Gate;
import cn.venuepass.testkit.TestApplication;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ViewOccupancyTest {
  private static final PageRequest ALL = PageRequest.first(50);

  private final TestApplication app = new TestApplication();
  private final StoreFixtures fixtures = app.fixtures();
  private final Caller.Resident applicant = aResident(app);
  private final Gate gate = fixtures.aVenue().by(applicant.account()).capacity(9).addWithGate();
  private final VenueId venue = gate.venue().id();

  @Test
  void viewShouldBeEmptyWhenNobodyIsInside() {
    assertThat(view(ALL))
        .isEqualTo(
            new Occupancy(
                0, Optional.of(new Capacity(9)), new Page<>(List.of(), Optional.empty())));
  }

  @Test
  void viewShouldShowMaskedNamesTheLatestEntryFirst() {
    ScanRecord first = enter();
    app.clock().advance(Duration.ofMinutes(1));
    ScanRecord second = enter();
    Occupancy occupancy = view(ALL);
    assertThat(occupancy.inside()).isEqualTo(2);
    assertThat(occupancy.people().items()).containsExactly(masked(second), masked(first));
  }

  @Test
  void viewShouldShowTheMaskedNumberOfTheNameless() {
    ResidentIdNumber idNumber = SampleIdNumbers.next();
    done(
        app.useCases()
            .visit()
            .registerByIdNumber()
            .register(
                applicant,
                venue,
                new Registration(fixtures.aScanId(), Direction.IN, idNumber, Optional.empty())));
    assertThat(view(ALL).people().items())
        .singleElement()
        .satisfies(
            person -> {
              assertThat(person.maskedName()).isEqualTo(idNumber.masked());
              assertThat(person.method()).isEqualTo(ScanMethod.ID_NUMBER);
            });
  }

  @Test
  void viewShouldNotShowWhoLeft() {
    Caller.Resident visitor = aResident(app);
    fixtures.scan(gate.in(), visitor.person().orElseThrow());
    fixtures.scan(gate.out(), visitor.person().orElseThrow());
    assertThat(view(ALL).inside()).isZero();
    assertThat(view(ALL).people().items()).isEmpty();
  }

  @Test
  void viewShouldForgetWhoForgotToScanOutAtTheMaximumStay() {
    enter();
    app.clock().advance(StayRules.DEFAULT.maximumStay().minusMillis(1));
    assertThat(view(ALL).inside()).isEqualTo(1);
    app.clock().advance(Duration.ofMillis(1));
    assertThat(view(ALL).inside()).isZero();
    assertThat(view(ALL).people().items()).isEmpty();
  }

  @Test
  void viewShouldCountEverybodyOnEveryPage() {
    ScanRecord first = enter();
    app.clock().advance(Duration.ofMinutes(1));
    ScanRecord second = enter();
    Occupancy one = view(PageRequest.first(1));
    assertThat(one.inside()).isEqualTo(2);
    assertThat(one.people().items()).containsExactly(masked(second));
    Occupancy two = view(new PageRequest(1, one.people().next()));
    assertThat(two.inside()).isEqualTo(2);
    assertThat(two.people().items()).containsExactly(masked(first));
    assertThat(two.people().next()).isEmpty();
  }

  @Test
  void viewShouldNotFindTheVenueOfSomebodyElse() {
    var viewOccupancy = app.useCases().visit().viewOccupancy();
    assertThat(denied(viewOccupancy.view(aResident(app), venue, ALL))).isEqualTo(NOT_FOUND);
  }

  private Occupancy view(PageRequest request) {
    return done(app.useCases().visit().viewOccupancy().view(applicant, venue, request));
  }

  private ScanRecord enter() {
    return fixtures.scan(gate.in(), aResident(app).person().orElseThrow());
  }

  /** All of whom are named 居民样本. */
  private static MaskedPerson masked(ScanRecord entered) {
    return new MaskedPerson(entered.visit().orElseThrow(), "居**本", entered.at(), ScanMethod.POSTER);
  }
}
