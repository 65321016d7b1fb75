package cn.venuepass.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.coverage.BlindSpotRepository;
import cn.venuepass.application.coverage.BlindSpotRepository.Listed;
import cn.venuepass.application.coverage.BlindSpotRepository.Past;
import cn.venuepass.application.coverage.BlindSpotRepository.State;
import cn.venuepass.application.coverage.CoverageFilter;
import cn.venuepass.application.coverage.Extent;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.coverage.BlindSpot;
import cn.venuepass.domain.coverage.BlindSpotId;
import cn.venuepass.domain.coverage.BlindSpotStep;
import cn.venuepass.domain.coverage.BlindSpotStep.What;
import cn.venuepass.domain.coverage.Excuse;
import cn.venuepass.domain.coverage.Gap;
import cn.venuepass.domain.coverage.GapCounts;
import cn.venuepass.domain.coverage.Lack;
import cn.venuepass.domain.coverage.Owner;
import cn.venuepass.domain.coverage.Subject;
import cn.venuepass.domain.survey.SurveyPlace;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.Venue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** {@link BlindSpotRepository}. */
public interface BlindSpotsContract extends StoreContract {

  @Test
  default void aSubjectShouldHaveOneOpenTask() {
    SurveyPlace place = fixtures().aPlace(fixtures().aCommunity());
    List<Integer> stored =
        AtOnce.run(6, i -> ledger().apply(List.of(opening(place, Gap.NOT_APPLIED))).size());
    assertThat(stored).containsOnlyOnce(1).contains(0);
    assertThat(list(place.details().community(), State.OPEN)).hasSize(1);
    assertThat(ledger().apply(List.of(opening(place, Gap.NOT_POSTED)))).isEmpty();
  }

  @Test
  default void aTaskThatIsClosedShouldMakeRoomForTheNextAtOnce() {
    SurveyPlace place = fixtures().aPlace(fixtures().aCommunity());
    BlindSpot first = open(place, Gap.NOT_APPLIED);
    BlindSpotStep closing = step(first.closedItself(now()), What.CLOSED_ITSELF);
    BlindSpotStep next = opening(place, Gap.NOT_APPROVED);
    assertThat(ledger().apply(List.of(closing, next))).containsExactlyInAnyOrder(closing, next);
    assertThat(list(place.details().community(), State.OPEN))
        .extracting(Listed::task)
        .containsExactly(next.next());
    assertThat(list(place.details().community(), State.CLOSED))
        .extracting(Listed::task)
        .containsExactly(closing.next());
  }

  @Test
  default void ofManyStepsOfATaskOneShouldBeTaken() {
    SurveyPlace place = fixtures().aPlace(fixtures().aCommunity());
    BlindSpot task = open(place, Gap.NOT_APPLIED);
    List<Integer> taken =
        AtOnce.run(
            6,
            i ->
                ledger().apply(List.of(step(task.closedItself(now()), What.CLOSED_ITSELF))).size());
    assertThat(taken).containsOnlyOnce(1).contains(0);
    assertThat(ledger().historyOf(task.id()))
        .extracting(Past::what)
        .containsExactly(What.OPENED, What.CLOSED_ITSELF);
  }

  @Test
  default void whatBecameOfATaskShouldBeToldInOrder() {
    SurveyPlace place = fixtures().aPlace(fixtures().aCommunity());
    BlindSpot task = open(place, Gap.NOT_POSTED);
    Instant opened = now();
    Division territory = territoryOf(place);
    clock().advance(Duration.ofDays(7));
    Owner above = new Owner.OfDivision(territory);
    BlindSpot escalated = task.escalated(above, now());
    BlindSpot excused = excused(escalated);
    ledger().apply(List.of(step(escalated, What.ESCALATED)));
    ledger().apply(List.of(step(excused, What.EXCUSED)));

    assertThat(ledger().historyOf(task.id()))
        .containsExactly(
            new Past(What.OPENED, opened, new Owner.OfDepartment("文旅")),
            new Past(What.ESCALATED, now(), above),
            new Past(What.EXCUSED, now(), above));
    assertThat(ledger().historyOf(new BlindSpotId(UUID.randomUUID()))).isEmpty();
    assertThat(list(place.details().community(), State.CLOSED))
        .singleElement()
        .satisfies(
            listed -> {
              assertThat(listed.task()).isEqualTo(excused);
              assertThat(listed.name()).isEqualTo(place.details().name());
              assertThat(listed.type()).isEqualTo(place.details().type());
              assertThat(listed.community()).isEqualTo(place.details().community());
            });
  }

  @Test
  default void openTasksAndExcusesThatHoldShouldStand() {
    DivisionCode community = fixtures().aCommunity();
    BlindSpot open = open(fixtures().aPlace(community), Gap.NOT_APPLIED);
    BlindSpot closed = open(fixtures().aPlace(community), Gap.NOT_APPLIED);
    BlindSpot excused = excused(open(fixtures().aPlace(community), Gap.NOT_APPLIED));
    ledger()
        .apply(
            List.of(
                step(closed.closedItself(now()), What.CLOSED_ITSELF), step(excused, What.EXCUSED)));
    Set<BlindSpotId> mine = Set.of(open.id(), closed.id(), excused.id());

    Instant end = now().plus(Excuse.HOLDS);
    assertThat(ledger().listStanding(end.minusMillis(1)))
        .filteredOn(task -> mine.contains(task.id()))
        .containsExactlyInAnyOrder(open, excused);
    assertThat(ledger().listStanding(end))
        .filteredOn(task -> mine.contains(task.id()))
        .containsExactly(open);
  }

  @Test
  default void tasksShouldBeListedByTheirTimePageByPage() {
    DivisionCode community = fixtures().aCommunity();
    BlindSpot later = open(fixtures().aPlace(community), Gap.NOT_APPLIED);
    BlindSpot sooner = open(fixtures().aPlace(community), Gap.NOT_APPROVED);
    clock().advance(Gap.NOT_APPROVED.deadline());
    var extent = Extent.of(Jurisdiction.of(community));

    Page<Listed> first =
        ledger().list(extent, Optional.empty(), State.OPEN, now(), PageRequest.first(1));
    assertThat(first.items()).extracting(Listed::task).containsExactly(sooner);
    assertThat(
            ledger()
                .list(extent, Optional.empty(), State.OPEN, now(), new PageRequest(1, first.next()))
                .items())
        .extracting(Listed::task)
        .containsExactly(later);
    assertThat(
            ledger()
                .list(extent, Optional.of(Gap.NOT_APPLIED), State.OPEN, now(), PageRequest.first(9))
                .items())
        .extracting(Listed::task)
        .containsExactly(later);
    assertThat(list(community, State.OVERDUE)).extracting(Listed::task).containsExactly(sooner);
    BlindSpot escalated = sooner.escalated(sooner.owner(), now());
    ledger().apply(List.of(step(escalated, What.ESCALATED)));
    assertThat(list(community, State.OVERDUE)).extracting(Listed::task).containsExactly(escalated);
    assertThat(list(community, State.CLOSED)).isEmpty();
  }

  @Test
  default void aTaskShouldBeSeenWhereItsPlaceLies() {
    SurveyPlace place = fixtures().aPlace(fixtures().aCommunity());
    BlindSpot task = open(place, Gap.NOT_APPLIED);
    Venue venue = fixtures().aVenue().add();
    BlindSpot ofVenue =
        opened(new Subject(Optional.empty(), Optional.of(venue.id())), venue.details().community());

    assertThat(found(task, Jurisdiction.of(place.details().community()))).isTrue();
    assertThat(found(task, Jurisdiction.of(territoryOf(place).code()))).isTrue();
    assertThat(found(task, Jurisdiction.of(fixtures().aCommunity()))).isFalse();
    assertThat(found(task, department(place))).isTrue();
    assertThat(found(ofVenue, department(place))).isFalse();
    assertThat(found(ofVenue, Jurisdiction.of(venue.details().community()))).isTrue();
    assertThat(list(venue.details().community(), State.OPEN))
        .extracting(Listed::name)
        .containsExactly(venue.details().name());
    assertThat(
            ledger()
                .list(
                    new Extent(
                        Optional.of(department(place)),
                        CoverageFilter.of(venue.details().community())),
                    Optional.empty(),
                    State.OPEN,
                    now(),
                    PageRequest.first(9))
                .items())
        .isEmpty();
  }

  @Test
  default void tasksShouldBeCountedForEachGapAndDivision() {
    Division territory = fixtures().aDivision(Division.Level.TERRITORY, Optional.empty());
    DivisionCode one = below(territory);
    DivisionCode other = below(territory);
    BlindSpot early = open(fixtures().aPlace(one), Gap.NOT_APPROVED);
    ledger().apply(List.of(step(early.closedItself(now()), What.CLOSED_ITSELF)));
    open(fixtures().aPlace(other), Gap.NOT_APPROVED);
    clock().advance(GapCounts.OF_LATE.plusMillis(1));
    BlindSpot closed = open(fixtures().aPlace(one), Gap.NOT_APPROVED);
    ledger().apply(List.of(step(closed.closedItself(now()), What.CLOSED_ITSELF)));
    open(fixtures().aPlace(one), Gap.NOT_APPROVED);
    open(fixtures().aPlace(one), Gap.NOT_SCANNED);

    assertThat(ledger().count(Extent.of(Jurisdiction.of(territory.code())), now()))
        .isEqualTo(
            Map.of(
                one,
                new GapCounts(
                    Map.of(
                        Gap.NOT_APPROVED, new GapCounts.Count(1, 0, 1),
                        Gap.NOT_SCANNED, new GapCounts.Count(1, 0, 0))),
                other,
                new GapCounts(Map.of(Gap.NOT_APPROVED, new GapCounts.Count(1, 1, 0)))));
    assertThat(ledger().count(Extent.of(Jurisdiction.of(other)), now())).containsOnlyKeys(other);
  }

  @Test
  default void aDivisionThatHadATaskShouldBeKept() {
    SurveyPlace place = fixtures().aPlace(fixtures().aCommunity());
    Division other = fixtures().aDivision(Division.Level.TERRITORY, Optional.empty());
    BlindSpot task = open(place, Gap.NOT_APPLIED).escalated(new Owner.OfDivision(other), now());
    assertThat(ledger().apply(List.of(step(task, What.ESCALATED)))).hasSize(1);
    assertThat(stores().divisions().remove(other.code())).isFalse();
  }

  private BlindSpotRepository ledger() {
    return stores().blindSpots();
  }

  private Instant now() {
    return clock().instant();
  }

  private BlindSpotStep step(BlindSpot next, What what) {
    return new BlindSpotStep(next, what, now());
  }

  private BlindSpot excused(BlindSpot task) {
    return task.excused(
            new Excuse.Words("冬季停业", Optional.of("门口有告示")), new StaffId(UUID.randomUUID()), now())
        .orElseThrow();
  }

  private BlindSpot open(SurveyPlace place, Gap gap) {
    BlindSpotStep step = opening(place, gap);
    assertThat(ledger().apply(List.of(step))).containsExactly(step);
    return step.next();
  }

  private BlindSpotStep opening(SurveyPlace place, Gap gap) {
    Owner owner =
        gap.responsible() == Gap.Responsible.DEPARTMENT
            ? new Owner.OfDepartment("文旅")
            : new Owner.OfDivision(division(place.details().community()));
    return opening(
        new Subject(Optional.of(place.id()), Optional.empty()),
        gap,
        place.details().community(),
        owner);
  }

  private BlindSpot opened(Subject subject, DivisionCode community) {
    BlindSpotStep step =
        opening(subject, Gap.NOT_SURVEYED, community, new Owner.OfDivision(division(community)));
    assertThat(ledger().apply(List.of(step))).containsExactly(step);
    return step.next();
  }

  private BlindSpotStep opening(Subject subject, Gap gap, DivisionCode community, Owner owner) {
    var lack = new Lack(subject, gap, now().minusSeconds(60), community, "文旅");
    var id = new BlindSpotId(UUID.randomUUID());
    return step(BlindSpot.opened(id, lack, owner, now()), What.OPENED);
  }

  private List<Listed> list(DivisionCode community, State state) {
    return ledger()
        .list(
            Extent.of(Jurisdiction.of(community)),
            Optional.empty(),
            state,
            now(),
            PageRequest.first(200))
        .items();
  }

  private boolean found(BlindSpot task, Jurisdiction jurisdiction) {
    return ledger().find(task.id(), jurisdiction).map(Listed::task).equals(Optional.of(task));
  }

  private static Jurisdiction department(SurveyPlace place) {
    return new Jurisdiction.OfVenueTypes(Set.of(place.details().type()));
  }

  private Division territoryOf(SurveyPlace place) {
    return division(division(place.details().community()).parent().orElseThrow());
  }

  private Division division(DivisionCode code) {
    return stores().divisions().find(code).orElseThrow();
  }

  private DivisionCode below(Division territory) {
    return fixtures().aDivision(Division.Level.COMMUNITY, Optional.of(territory.code())).code();
  }
}
