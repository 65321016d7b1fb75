package cn.venuepass.application.visit;

import static cn.venuepass.application.Answers.done;
import static cn.venuepass.application.Callers.aResident;
import static cn.venuepass.application.Callers.aStranger;
import static cn.venuepass.application.Families.aFamilyMember;
import static cn.venuepass.domain.visit.Stay.Source.NEXT_ENTRY;
import static cn.venuepass.domain.visit.Stay.Source.OBSERVED;
import static cn.venuepass.domain.visit.Stay.Source.PARENT_EXIT;
import static cn.venuepass.domain.visit.Stay.Source.TYPICAL_STAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.visit.ListMyVisits.MyVisit;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.person.FamilyLink;
import cn.venuepass.domain.person.Person;
import cn.venuepass.domain.person.ResidentIdNumber;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.Poster;
import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.visit.ScanRecord;
import cn.venuepass.domain.visit.Stay;
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

class ListMyVisitsTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final PageRequest ALL = PageRequest.first(50);

  private final TestApplication app = new TestApplication();
  private final StoreFixtures fixtures = app.fixtures();
  private final Caller.Resident resident = aResident(app);
  private final Instant start = app.clock().instant();
  private final Instant end = start.plus(Duration.ofDays(30));
  private final Gate gate = fixtures.aVenue().addWithGate();

  @Test
  void listShouldShowOnesOwnVisitsTheLatestFirst() {
    VisitId first = pass(gate.in());
    app.clock().advance(HOUR);
    VisitId second = pass(fixtures.aVenue().addWithGate().in());
    fixtures.scan(gate.in(), aResident(app).person().orElseThrow());
    assertThat(ids(list(ALL))).containsExactly(second, first);
  }

  @Test
  void listShouldNameTheVenue() {
    pass(gate.in());
    assertThat(list(ALL).items())
        .singleElement()
        .satisfies(
            visit -> {
              assertThat(visit.venue().id()).isEqualTo(gate.venue().id());
              assertThat(visit.venue().name()).isEqualTo(gate.venue().details().name());
            });
  }

  @Test
  void listShouldShowVisitsThatBeganInTheHalfOpenInterval() {
    VisitId visit = pass(gate.in());
    assertThat(ids(list(start, start.plusMillis(1)))).containsExactly(visit);
    assertThat(ids(list(start.minus(HOUR), start))).isEmpty();
    assertThat(ids(list(start.plusMillis(1), end))).isEmpty();
  }

  @Test
  void listShouldBeEmptyForSomebodyWithoutIdentity() {
    var page = app.useCases().visit().listMyVisits().list(aStranger(app), Instant.EPOCH, end, ALL);
    assertThat(page.items()).isEmpty();
    assertThat(page.next()).isEmpty();
  }

  @Test
  void aStayShouldBeObservedWhenBothEndsWere() {
    pass(gate.in());
    app.clock().advance(HOUR);
    pass(gate.out());
    Stay stay = only(list(ALL)).stay();
    assertThat(stay.source()).isEqualTo(OBSERVED);
    assertThat(stay.entry().likely().at()).isEqualTo(start);
    assertThat(stay.exit().likely().at()).isEqualTo(start.plus(HOUR));
  }

  @Test
  void aVisitWithoutEntryShouldBeginAtTheEarliestPossibleTimeAndEndAtItsExit() {
    VisitId visit = pass(gate.out());
    Instant from = start.minus(StayRules.DEFAULT.maximumStay());
    assertThat(ids(list(start, end))).containsExactly(visit);
    assertThat(ids(list(from.plusMillis(1), start))).isEmpty();
    assertThat(ids(list(from, from.plusMillis(1)))).containsExactly(visit);
  }

  @Test
  void aStayShouldEndWithTheNextEntryElsewhere() {
    VisitId visit = pass(gate.in());
    app.clock().advance(HOUR);
    pass(fixtures.aVenue().addWithGate().in());
    assertThat(stayOf(visit, list(ALL)).exit().likely())
        .isEqualTo(new Stay.Bound(start.plus(HOUR), NEXT_ENTRY));
  }

  @Test
  void eachStayShouldEndWithTheFirstEntryElsewhereAfterIt() {
    VisitId first = pass(gate.in());
    app.clock().advance(HOUR);
    VisitId second = pass(fixtures.aVenue().addWithGate().in());
    app.clock().advance(HOUR);
    pass(fixtures.aVenue().addWithGate().in());
    assertThat(stayOf(first, list(ALL)).exit().latest())
        .isEqualTo(new Stay.Bound(start.plus(HOUR), NEXT_ENTRY));
    assertThat(stayOf(second, list(ALL)).exit().latest())
        .isEqualTo(new Stay.Bound(start.plus(HOUR).plus(HOUR), NEXT_ENTRY));
  }

  @Test
  void aStayShouldEndWithANextEntryThatIsOnAnotherPageOrOutsideTheInterval() {
    VisitId visit = pass(gate.in());
    app.clock().advance(HOUR);
    pass(fixtures.aVenue().addWithGate().in());
    var expected = new Stay.Bound(start.plus(HOUR), NEXT_ENTRY);
    Page<MyVisit> second = list(new PageRequest(1, list(PageRequest.first(1)).next()));
    assertThat(stayOf(visit, second).exit().likely()).isEqualTo(expected);
    assertThat(stayOf(visit, list(start, start.plusMillis(1))).exit().likely()).isEqualTo(expected);
  }

  @Test
  void aStayShouldNotEndWithAnEntryIntoTheSameFamily() {
    VisitId parent = pass(gate.in());
    app.clock().advance(HOUR);
    VisitId child = pass(fixtures.aVenue().within(gate.venue().id()).addWithGate().in());
    app.clock().advance(HOUR);
    pass(fixtures.aVenue().within(gate.venue().id()).addWithGate().in());
    assertThat(stayOf(parent, list(ALL)).source()).isEqualTo(TYPICAL_STAY);
    assertThat(stayOf(child, list(ALL)).source()).isEqualTo(TYPICAL_STAY);
  }

  @Test
  void aStayShouldNotEndWithAnEntryOfSomebodyElse() {
    VisitId visit = pass(gate.in());
    app.clock().advance(HOUR);
    fixtures.scan(fixtures.aVenue().addWithGate().in(), aResident(app).person().orElseThrow());
    assertThat(stayOf(visit, list(ALL)).source()).isEqualTo(TYPICAL_STAY);
  }

  @Test
  void listShouldShowEachVisitOnOnePage() {
    VisitId first = pass(gate.in());
    app.clock().advance(HOUR);
    VisitId second = pass(fixtures.aVenue().addWithGate().in());
    Page<MyVisit> one = list(PageRequest.first(1));
    Page<MyVisit> two = list(new PageRequest(1, one.next()));
    assertThat(ids(one)).containsExactly(second);
    assertThat(ids(two)).containsExactly(first);
    assertThat(two.next()).isEmpty();
  }

  @Test
  void anEntryElsewhereBeforeTheLastSightingShouldNotEndAStay() {
    pass(gate.in());
    app.clock().advance(HOUR);
    pass(fixtures.aVenue().addWithGate().in());
    app.clock().advance(Duration.ofMinutes(10));
    pass(gate.in());
    assertThat(list(ALL).items().get(1).stay().exit().latest().source())
        .isEqualTo(Stay.Source.MAXIMUM_STAY);
    app.clock().advance(Duration.ofMinutes(30));
    pass(fixtures.aVenue().addWithGate().in());
    assertThat(list(ALL).items().get(2).stay().exit().latest())
        .isEqualTo(new Stay.Bound(app.clock().instant(), NEXT_ENTRY));
  }

  @Test
  void listShouldShowVisitsThatEndedInTheInterval() {
    VisitId visit = pass(gate.in());
    app.clock().advance(HOUR);
    pass(gate.out());
    Instant left = start.plus(HOUR);
    assertThat(ids(list(left, left.plusMillis(1)))).containsExactly(visit);
    assertThat(ids(list(start.plusMillis(1), left))).isEmpty();
  }

  @Test
  void listShouldShowTheVisitsOfFamilyMembersSinceTheyAreLookedAfter() {
    Person mother = fixtures.aPerson();
    fixtures.scan(gate.in(), mother.id());
    fixtures.scan(gate.out(), mother.id());
    app.clock().advance(HOUR);
    FamilyLink link = aFamilyMember(app, resident, mother.idNumber());
    ScanRecord seen = fixtures.scan(gate.in(), mother.id());
    VisitId own = pass(gate.in());
    assertThat(list(ALL).items())
        .extracting(visit -> visit.visit().id(), MyVisit::family)
        .containsExactlyInAnyOrder(
            tuple(seen.visit().orElseThrow(), Optional.of(link.id())),
            tuple(own, Optional.empty()));
  }

  @Test
  void listShouldNotShowWhomOneDoesNotLookAfterAnyMore() {
    ResidentIdNumber idNumber = SampleIdNumbers.next();
    FamilyLink removed = aFamilyMember(app, resident);
    FamilyLink grown = aFamilyMember(app, resident, idNumber);
    fixtures.scan(gate.in(), removed.person());
    fixtures.scan(gate.in(), grown.person());
    assertThat(list(ALL).items()).hasSize(2);
    done(app.useCases().person().lookAfterFamily().remove(resident, removed.id()));
    aResident(app, idNumber);
    assertThat(list(ALL).items()).isEmpty();
  }

  @Test
  void aStayInASubVenueShouldEndWhenThePersonLeavesTheParent() {
    pass(gate.in());
    VisitId child = pass(fixtures.aVenue().within(gate.venue().id()).addWithGate().in());
    app.clock().advance(HOUR);
    pass(gate.out());
    assertThat(stayOf(child, list(ALL)).exit().likely())
        .isEqualTo(new Stay.Bound(start.plus(HOUR), PARENT_EXIT));
  }

  @Test
  void aStayInAParentShouldNotEndWhenThePersonLeavesASubVenue() {
    VisitId parent = pass(gate.in());
    Gate room = fixtures.aVenue().within(gate.venue().id()).addWithGate();
    pass(room.in());
    app.clock().advance(HOUR);
    pass(room.out());
    assertThat(stayOf(parent, list(ALL)).source()).isEqualTo(TYPICAL_STAY);
  }

  @Test
  void aStayShouldEndWithAnEntryIntoAVenueThatIsNoSubVenueAnyMore() {
    VisitId before = pass(gate.in());
    app.clock().advance(HOUR);
    Venue alone = fixtures.aVenue().within(gate.venue().id()).add();
    app.stores().venues().replace(alone.withoutParent());
    pass(fixtures.aPoster(alone.id(), Direction.IN));
    assertThat(stayOf(before, list(ALL)).exit().likely())
        .isEqualTo(new Stay.Bound(start.plus(HOUR), NEXT_ENTRY));
  }

  private VisitId pass(Poster poster) {
    ScanRecord scan = fixtures.scan(poster, resident.person().orElseThrow());
    return scan.visit().orElseThrow();
  }

  private Page<MyVisit> list(PageRequest request) {
    return list(Instant.EPOCH, end, request);
  }

  private Page<MyVisit> list(Instant from, Instant to) {
    return list(from, to, ALL);
  }

  private Page<MyVisit> list(Instant from, Instant to, PageRequest request) {
    return app.useCases().visit().listMyVisits().list(resident, from, to, request);
  }

  private static MyVisit only(Page<MyVisit> page) {
    assertThat(page.items()).hasSize(1);
    return page.items().get(0);
  }

  private static Stay stayOf(VisitId visit, Page<MyVisit> page) {
    return page.items().stream()
        .filter(mine -> mine.visit().id().equals(visit))
        .map(MyVisit::stay)
        .findFirst()
        .orElseThrow();
  }

  private static List<VisitId> ids(Page<MyVisit> page) {
    return page.items().stream().map(visit -> visit.visit().id()).toList();
  }
}
