package cn.venuepass.application.gate;

import static cn.venuepass.application.Answers.denied;
import static cn.venuepass.application.Answers.done;
import static cn.venuepass.application.Callers.aResident;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static cn.venuepass.application.gate.GateKeeper.typed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.venuepass.application.Denial;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.gate.RegisterPerson.Registration;
import cn.venuepass.application.gate.ViewVenueVisits.MaskedVisit;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.person.ResidentIdNumber;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.RosterEntryId;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.Stay;
import cn.venuepass.domain.visit.Stay.Bound;
import cn.venuepass.domain.visit.Stay.Source;
import cn.venuepass.domain.visit.VisitId;
import cn.venuepass.testkit.SampleIdNumbers;
import cn.venuepass.testkit.StoreFixtures;
import cn.venuepass.testkit.StoreFixtures.Gate;
import cn.venuepass.testkit.TestApplication;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ViewVenueVisitsTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final PageRequest ALL = PageRequest.first(50);

  private final TestApplication app = new TestApplication();
  private final StoreFixtures fixtures = app.fixtures();
  private final Caller.Resident applicant = aResident(app);
  private final Gate gate = fixtures.aVenue().by(applicant.account()).addWithGate();
  private final VenueId venue = gate.venue().id();
  private final Instant start = app.clock().instant();
  private final PersonId visitor = aResident(app).person().orElseThrow();

  @Test
  void listShouldShowMaskedNamesTheLatestBeginningFirst() {
    VisitId first = fixtures.scan(gate.in(), visitor).visit().orElseThrow();
    app.clock().advance(HOUR);
    VisitId second =
        new GateKeeper(app, applicant, venue)
            .letsIn(typed(SampleIdNumbers.next()))
            .visit()
            .orElseThrow();
    fixtures.scan(fixtures.aVenue().addWithGate().in(), visitor);
    assertThat(all(venue))
        .extracting(visit -> visit.visit().id(), MaskedVisit::maskedName)
        .containsExactly(tuple(second, "访**本"), tuple(first, "居**本"));
  }

  @Test
  void listShouldShowEachVisitOnOnePage() {
    VisitId first = fixtures.scan(gate.in(), visitor).visit().orElseThrow();
    app.clock().advance(HOUR);
    VisitId second = fixtures.scan(gate.in(), fixtures.aPerson().id()).visit().orElseThrow();
    Page<MaskedVisit> one = list(venue, start, now().plusMillis(1), PageRequest.first(1));
    assertThat(ids(one.items())).containsExactly(second);
    Page<MaskedVisit> two = list(venue, start, now().plusMillis(1), new PageRequest(1, one.next()));
    assertThat(ids(two.items())).containsExactly(first);
    assertThat(two.next()).isEmpty();
  }

  @Test
  void listShouldShowVisitsThatBeganOrEndedInTheHalfOpenInterval() {
    VisitId visit = fixtures.scan(gate.in(), visitor).visit().orElseThrow();
    app.clock().advance(HOUR);
    fixtures.scan(gate.out(), visitor);
    assertThat(ids(list(venue, start, start.plusMillis(1), ALL).items())).containsExactly(visit);
    assertThat(list(venue, start.minus(HOUR), start, ALL).items()).isEmpty();
    assertThat(ids(list(venue, now(), now().plus(HOUR), ALL).items())).containsExactly(visit);
    assertThat(list(venue, start.plusMillis(1), now(), ALL).items()).isEmpty();
  }

  @Test
  void aStayShouldSayNothingOfWhereElseThePersonWent() {
    fixtures.scan(gate.in(), visitor);
    app.clock().advance(HOUR);
    Gate other = fixtures.aVenue().addWithGate();
    fixtures.scan(other.in(), visitor);
    fixtures.scan(other.out(), visitor);
    Stay stay = only(venue).stay();
    assertThat(stay.exit().likely().source()).isEqualTo(Source.TYPICAL_STAY);
    assertThat(stay.exit().latest().source()).isEqualTo(Source.MAXIMUM_STAY);
  }

  @Test
  void aStayInASubVenueShouldEndWhenThePersonLeavesTheParent() {
    Gate room = fixtures.aVenue().by(applicant.account()).within(venue).addWithGate();
    fixtures.scan(gate.in(), visitor);
    fixtures.scan(room.in(), visitor);
    app.clock().advance(HOUR);
    fixtures.scan(gate.out(), visitor);
    assertThat(only(room.venue().id()).stay().exit().likely())
        .isEqualTo(new Stay.Bound(now(), Source.PARENT_EXIT));
    assertThat(only(venue).stay().source()).isEqualTo(Source.OBSERVED);
  }

  @Test
  void aStayInASubVenueShouldNotEndWithAnExitFromElsewhereNorOfSomebodyElse() {
    Gate room = fixtures.aVenue().by(applicant.account()).within(venue).addWithGate();
    PersonId other = fixtures.aPerson().id();
    VisitId visit = fixtures.scan(room.in(), visitor).visit().orElseThrow();
    fixtures.scan(room.in(), other);
    app.clock().advance(HOUR);
    fixtures.scan(fixtures.aVenue().addWithGate().out(), visitor);
    fixtures.scan(gate.out(), other);
    assertThat(all(room.venue().id()))
        .filteredOn(masked -> masked.visit().id().equals(visit))
        .singleElement()
        .satisfies(masked -> assertThat(masked.stay().source()).isEqualTo(Source.TYPICAL_STAY));
  }

  @Test
  void aForgottenExitShouldLieBeforeTheNextExitThatWasSeen() {
    VisitId forgotten = fixtures.scan(gate.in(), visitor).visit().orElseThrow();
    app.clock().advance(HOUR.multipliedBy(5));
    fixtures.scan(gate.in(), visitor);
    app.clock().advance(HOUR);
    fixtures.scan(gate.out(), visitor);
    assertThat(all(venue))
        .filteredOn(masked -> masked.visit().id().equals(forgotten))
        .singleElement()
        .satisfies(
            masked ->
                assertThat(masked.stay().exit().latest())
                    .isEqualTo(new Bound(now(), Source.LATER_EXIT)));
  }

  @Test
  void aVisitShouldBeOfStaffIfItWasWhenItBegan() {
    ResidentIdNumber idNumber = SampleIdNumbers.next();
    var roster = app.useCases().venue().keepRoster();
    RosterEntryId entry =
        done(roster.add(
                applicant, venue, idNumber, GateKeeper.NAME, Optional.empty(), Optional.empty()))
            .id();
    var keeper = new GateKeeper(app, applicant, venue);
    keeper.letsIn(typed(idNumber));
    app.clock().advance(HOUR);
    done(roster.remove(applicant, venue, entry));
    keeper.letsOut(typed(idNumber));
    assertThat(only(venue).staff()).isTrue();
  }

  @Test
  void listShouldMarkTheVisitsOfStaffWhileTheyWorkThere() {
    ResidentIdNumber idNumber = SampleIdNumbers.next();
    var keeper = new GateKeeper(app, applicant, venue);
    keeper.letsOut(typed(idNumber));
    app.clock().advance(HOUR);
    RosterEntryId entry =
        done(app.useCases()
                .venue()
                .keepRoster()
                .add(
                    applicant,
                    venue,
                    idNumber,
                    GateKeeper.NAME,
                    Optional.empty(),
                    Optional.empty()))
            .id();
    keeper.letsIn(typed(idNumber));
    app.clock().advance(HOUR);
    keeper.letsOut(typed(idNumber));
    app.clock().advance(HOUR);
    keeper.letsOut(typed(idNumber));
    fixtures.scan(gate.in(), visitor);
    app.clock().advance(HOUR);
    done(app.useCases().venue().keepRoster().remove(applicant, venue, entry));
    keeper.letsIn(typed(idNumber));
    assertThat(all(venue))
        .filteredOn(visit -> visit.maskedName().equals("访**本"))
        .extracting(visit -> visit.visit().entry().isPresent(), MaskedVisit::staff)
        .containsExactlyInAnyOrder(
            tuple(false, false), tuple(true, true), tuple(false, true), tuple(true, false));
    assertThat(all(venue))
        .filteredOn(visit -> visit.maskedName().equals("居**本"))
        .extracting(MaskedVisit::staff)
        .containsExactly(false);
  }

  @Test
  void listShouldMarkWhomAManagerLetInOverTheCapacity() {
    VenueId small = fixtures.aVenue().by(applicant.account()).capacity(1).add().id();
    var keeper = new GateKeeper(app, applicant, small);
    VisitId first = keeper.letsIn(typed(SampleIdNumbers.next())).visit().orElseThrow();
    VisitId second =
        done(keeper.register(
                new Registration(
                    fixtures.aScanId(), Direction.IN, typed(SampleIdNumbers.next()), true)))
            .record()
            .visit()
            .orElseThrow();
    assertThat(all(small))
        .extracting(visit -> visit.visit().id(), MaskedVisit::overCapacity)
        .containsExactlyInAnyOrder(tuple(first, false), tuple(second, true));
  }

  @Test
  void listShouldBeForTheVenuesActiveManagers() {
    Caller.Resident other = aResident(app);
    var view = app.useCases().gate().viewVenueVisits();
    assertThat(denied(view.list(other, venue, start, now(), ALL))).isEqualTo(NOT_FOUND);
    fixtures.aManager(
        venue,
        app.stores().people().find(other.person().orElseThrow()).orElseThrow(),
        now().plus(HOUR));
    assertThat(denied(view.list(other, venue, start, now(), ALL)))
        .isEqualTo(new Denial.ManagerNotActive(now().plus(HOUR)));
  }

  private MaskedVisit only(VenueId place) {
    List<MaskedVisit> visits = all(place);
    assertThat(visits).hasSize(1);
    return visits.get(0);
  }

  private List<MaskedVisit> all(VenueId place) {
    return list(place, Instant.EPOCH, now().plusMillis(1), ALL).items();
  }

  private Page<MaskedVisit> list(VenueId place, Instant from, Instant to, PageRequest request) {
    return done(app.useCases().gate().viewVenueVisits().list(applicant, place, from, to, request));
  }

  private static List<VisitId> ids(List<MaskedVisit> visits) {
    return visits.stream().map(visit -> visit.visit().id()).toList();
  }

  private Instant now() {
    return app.clock().instant();
  }
}
