package cn.venuepass.application.gate;

import static cn.venuepass.application.Answers.denied;
import static cn.venuepass.application.Answers.done;
import static cn.venuepass.application.Callers.aResident;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static cn.venuepass.application.Denial.Plain.PASS_CODE_EXPIRED;
import static cn.venuepass.application.Denial.Plain.UNKNOWN_CODE;
import static cn.venuepass.application.LoggedEvents.lookup;
import static cn.venuepass.application.gate.GateKeeper.NAME;
import static cn.venuepass.application.gate.GateKeeper.onScreen;
import static cn.venuepass.application.gate.GateKeeper.scanned;
import static cn.venuepass.application.gate.GateKeeper.typed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.venuepass.application.Denial;
import cn.venuepass.application.LoggedEvents;
import cn.venuepass.application.LoggedEvents.Logged;
import cn.venuepass.application.OddStores;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.application.gate.ViewOccupancy.MaskedPerson;
import cn.venuepass.application.gate.ViewOccupancy.Occupancy;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.audit.Actor;
import cn.venuepass.domain.audit.AuditPurpose;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.person.ResidentIdNumber;
import cn.venuepass.domain.venue.Capacity;
import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.ScanMethod;
import cn.venuepass.domain.visit.ScanRecord;
import cn.venuepass.testkit.SampleIdNumbers;
import cn.venuepass.testkit.StoreFixtures;
import cn.venuepass.testkit.StoreFixtures.Gate;
import cn.venuepass.testkit.TestApplication;
import cn.venuepass.testkit.memory.CountingRateLimits;
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
  private final Gate large = fixtures.aVenue().by(applicant.account()).addWithGate();
  private final GateKeeper keeper = new GateKeeper(app, applicant, venue);

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
    keeper.letsIn(new Credential.IdNumber(idNumber, Optional.empty()));
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
    Caller.Resident other = aResident(app);
    assertThat(denied(occupancy().view(other, venue, ALL))).isEqualTo(NOT_FOUND);
    assertThat(denied(occupancy().searchByName(other, venue, "居"))).isEqualTo(NOT_FOUND);
    assertThat(denied(occupancy().search(other, venue, typed(SampleIdNumbers.next()))))
        .isEqualTo(NOT_FOUND);
    assertThat(LoggedEvents.of(app)).isEmpty();
  }

  @Test
  void viewShouldMarkStaff() {
    ResidentIdNumber idNumber = SampleIdNumbers.next();
    done(
        app.useCases()
            .venue()
            .keepRoster()
            .add(applicant, venue, idNumber, NAME, Optional.empty(), Optional.empty()));
    enter();
    keeper.letsIn(typed(idNumber));
    assertThat(view(ALL).people().items())
        .extracting(MaskedPerson::maskedName, MaskedPerson::staff)
        .containsExactlyInAnyOrder(tuple("居**本", false), tuple("访**本", true));
  }

  @Test
  void aSubVenueShouldBeEmptyOnceThePeopleLeaveItsParent() {
    Gate room = fixtures.aVenue().by(applicant.account()).within(venue).addWithGate();
    PersonId visitor = fixtures.aPerson().id();
    fixtures.scan(gate.in(), visitor);
    app.clock().advance(Duration.ofMinutes(1));
    fixtures.scan(room.in(), visitor);
    VenueId child = room.venue().id();
    assertThat(view(ALL).inside()).isEqualTo(1);
    assertThat(done(occupancy().view(applicant, child, ALL)).inside()).isEqualTo(1);
    app.clock().advance(Duration.ofMinutes(1));
    fixtures.scan(gate.out(), visitor);
    Occupancy after = done(occupancy().view(applicant, child, ALL));
    assertThat(after.inside()).isZero();
    assertThat(after.people().items()).isEmpty();
  }

  @Test
  void searchByNameShouldFindThoseInsideWhoseNameContainsTheText() {
    ScanRecord first = enter();
    app.clock().advance(Duration.ofMinutes(1));
    ScanRecord second = enter();
    keeper.letsIn(typed(SampleIdNumbers.next()));
    aResident(app);
    assertThat(done(occupancy().searchByName(applicant, venue, "民样")))
        .containsExactly(masked(second), masked(first));
    assertThat(done(occupancy().searchByName(applicant, venue, "*"))).isEmpty();
  }

  @Test
  void searchByNameShouldLookAtMoreThanOnePageAndFindFiftyAtMost() {
    for (int i = 0; i < 200; i++) {
      fixtures.scan(large.in(), fixtures.aPerson().id());
    }
    assertThat(done(occupancy().searchByName(applicant, large.venue().id(), "艾力"))).hasSize(50);
    ResidentIdNumber early = SampleIdNumbers.next();
    app.clock().advance(Duration.ofMinutes(-10));
    new GateKeeper(app, applicant, large.venue().id()).letsIn(typed(early));
    app.clock().advance(Duration.ofMinutes(10));
    assertThat(done(occupancy().searchByName(applicant, large.venue().id(), "访客"))).hasSize(1);
  }

  @Test
  void searchShouldFindWhomAnIdNumberNames() {
    ResidentIdNumber idNumber = SampleIdNumbers.next();
    ScanRecord entered = fixtures.scan(gate.in(), aResident(app, idNumber).person().orElseThrow());
    enter();
    assertThat(done(search(typed(idNumber)))).containsExactly(masked(entered));
    assertThat(LoggedEvents.of(app))
        .containsExactly(
            new Logged(
                Actor.manager(applicant.account()),
                lookup(
                    AuditPurpose.SEARCH_INSIDE,
                    app.stores().venues().find(venue),
                    List.of(app.stores().people().findByIdNumber(idNumber).orElseThrow())),
                app.clock().instant()));
  }

  @Test
  void searchShouldFindNobodyByAnUnknownIdNumberAndAddNobody() {
    ResidentIdNumber unknown = SampleIdNumbers.next();
    assertThat(done(search(typed(unknown)))).isEmpty();
    assertThat(app.stores().people().findByIdNumber(unknown)).isEmpty();
    assertThat(LoggedEvents.of(app))
        .singleElement()
        .satisfies(logged -> assertThat(logged.deed().subjects()).isEmpty());
  }

  @Test
  void searchShouldFindNobodyWhoIsElsewhere() {
    ResidentIdNumber idNumber = SampleIdNumbers.next();
    fixtures.scan(large.in(), aResident(app, idNumber).person().orElseThrow());
    assertThat(done(search(typed(idNumber)))).isEmpty();
  }

  @Test
  void searchShouldFindWhomAPassCodeShows() {
    Caller.Resident visitor = aResident(app);
    PersonId person = visitor.person().orElseThrow();
    ScanRecord entered = fixtures.scan(gate.in(), person);
    Credential code = onScreen(app, person);
    assertThat(done(search(code))).containsExactly(masked(entered));
    assertThat(LoggedEvents.of(app)).isEmpty();
    app.clock().advance(Duration.ofMinutes(5));
    assertThat(denied(search(code))).isEqualTo(PASS_CODE_EXPIRED);
    assertThat(denied(search(scanned("0".repeat(80))))).isEqualTo(UNKNOWN_CODE);
  }

  @Test
  void searchByIdNumberShouldBeLimited() {
    var strict =
        new TestApplication(
            app.stores(), TestApplication.ACTIVATION_DELAY, new CountingRateLimits(1));
    var view = strict.useCases().gate().viewOccupancy();
    assertThat(done(view.search(applicant, venue, typed(SampleIdNumbers.next())))).isEmpty();
    assertThat(denied(view.search(applicant, venue, typed(SampleIdNumbers.next()))))
        .isEqualTo(new Denial.TooManyRequests(CountingRateLimits.WAIT));
  }

  private Result<List<MaskedPerson>> search(Credential credential) {
    return occupancy().search(applicant, venue, credential);
  }

  private Occupancy view(PageRequest request) {
    return done(occupancy().view(applicant, venue, request));
  }

  private ScanRecord enter() {
    return fixtures.scan(gate.in(), aResident(app).person().orElseThrow());
  }

  /** All of whom are named 居民样本. */
  private static MaskedPerson masked(ScanRecord entered) {
    return new MaskedPerson(
        entered.visit().orElseThrow(), "居**本", entered.at(), ScanMethod.POSTER, false);
  }

  private ViewOccupancy occupancy() {
    return app.useCases().gate().viewOccupancy();
  }

  @Test
  void searchingForNamesShouldBeLimitedAndLogged() {
    var strict =
        new TestApplication(
            app.stores(), TestApplication.ACTIVATION_DELAY, new CountingRateLimits(1));
    ScanRecord unused = enter();
    var occupancy = strict.useCases().gate().viewOccupancy();
    assertThat(done(occupancy.searchByName(applicant, venue, "样"))).hasSize(1);
    assertThat(LoggedEvents.of(app))
        .extracting(logged -> logged.deed().purpose())
        .containsExactly(AuditPurpose.SEARCH_INSIDE);
    assertThat(denied(occupancy.searchByName(applicant, venue, "样")))
        .isEqualTo(new Denial.TooManyRequests(CountingRateLimits.WAIT));
  }

  @Test
  void aForgedCodeShouldAskNobody() {
    var alone = new TestApplication(OddStores.thatNobodyMayAsk());
    assertThat(
            denied(
                alone
                    .useCases()
                    .gate()
                    .viewOccupancy()
                    .search(applicant, venue, new Credential.PassCode("0".repeat(80)))))
        .isEqualTo(Denial.Plain.UNKNOWN_CODE);
  }
}
