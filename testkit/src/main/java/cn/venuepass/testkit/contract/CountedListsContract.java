package cn.venuepass.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Stores;
import cn.venuepass.application.coverage.BlindSpotRepository.State;
import cn.venuepass.application.coverage.CoverageFilter;
import cn.venuepass.application.coverage.Extent;
import cn.venuepass.application.coverage.PlaceSearch;
import cn.venuepass.application.inspection.InspectionCount;
import cn.venuepass.application.inspection.InspectionFigures;
import cn.venuepass.application.inspection.InspectionFilter;
import cn.venuepass.application.inspection.InspectionFilter.Made;
import cn.venuepass.application.inspection.InspectionFilter.Progress;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.coverage.BlindSpot;
import cn.venuepass.domain.coverage.BlindSpotId;
import cn.venuepass.domain.coverage.BlindSpotStep;
import cn.venuepass.domain.coverage.CoverageRow;
import cn.venuepass.domain.coverage.Funnel;
import cn.venuepass.domain.coverage.Gap;
import cn.venuepass.domain.coverage.GapCounts;
import cn.venuepass.domain.coverage.Lack;
import cn.venuepass.domain.coverage.Owner;
import cn.venuepass.domain.coverage.Stage;
import cn.venuepass.domain.coverage.Subject;
import cn.venuepass.domain.inspection.ChecklistItem;
import cn.venuepass.domain.inspection.Finding;
import cn.venuepass.domain.inspection.Findings;
import cn.venuepass.domain.inspection.Inspection;
import cn.venuepass.domain.inspection.InspectionId;
import cn.venuepass.domain.inspection.Measure;
import cn.venuepass.domain.inspection.MeasureOrder;
import cn.venuepass.domain.inspection.Premises;
import cn.venuepass.domain.survey.SurveyPlace;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueType;
import cn.venuepass.testkit.StoreFixtures;
import cn.venuepass.testkit.StoreFixtures.Gate;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Every number that supervisors see opens a list that is just as long. */
public interface CountedListsContract extends StoreContract {
  PageRequest LONG = PageRequest.first(200);

  @Test
  default void everyNumberOfCoverageShouldOpenItsList() {
    Ground ground = Ground.in(fixtures(), stores());
    placesAtEveryStage(ground.one(), ground.hotel());
    placesAtEveryStage(ground.one(), ground.shop());
    placesAtEveryStage(ground.other(), ground.hotel());
    fixtures().aVenue().in(ground.other()).ofType(ground.shop()).add();
    for (CoverageFilter filter : ground.filters()) {
      var extent = new Extent(Optional.of(ground.jurisdiction()), filter);
      Funnel counted =
          stores().coverage().count(extent, now()).stream()
              .map(CoverageRow::funnel)
              .reduce(Funnel.NONE, Funnel::plus);
      assertThat(counted)
          .as("%s", filter)
          .isEqualTo(
              new Funnel(
                  places(extent, Stage.from(Stage.UNAPPLIED)),
                  places(extent, Stage.from(Stage.APPLIED)),
                  places(extent, Stage.from(Stage.APPROVED)),
                  places(extent, Stage.from(Stage.POSTED)),
                  places(extent, Stage.from(Stage.SCANNED)),
                  stores().coverage().listUnsurveyed(extent, LONG).items().size()));
      assertThat(counted.silent()).isEqualTo(places(extent, Set.of(Stage.POSTED)));
      assertThat(places(extent, Set.of())).isZero();
    }
    Extent all = new Extent(Optional.of(ground.jurisdiction()), CoverageFilter.ALL);
    assertThat(places(all, Stage.from(Stage.UNAPPLIED))).isEqualTo(15);
    assertThat(places(all, Set.of(Stage.UNAPPLIED, Stage.SCANNED))).isEqualTo(6);
  }

  @Test
  default void everyNumberOfTheLedgerShouldOpenItsList() {
    Ground ground = Ground.in(fixtures(), stores());
    BlindSpot early = opened(ground.one(), ground.hotel(), Gap.NOT_APPROVED);
    close(early);
    opened(ground.one(), ground.shop(), Gap.NOT_APPROVED);
    clock().advance(GapCounts.OF_LATE.plusMillis(1));
    close(opened(ground.one(), ground.hotel(), Gap.NOT_APPROVED));
    close(opened(ground.other(), ground.shop(), Gap.NOT_POSTED));
    opened(ground.one(), ground.hotel(), Gap.NOT_APPROVED);
    opened(ground.other(), ground.hotel(), Gap.NOT_SCANNED);
    clock().advance(GapCounts.OF_LATE);
    for (CoverageFilter filter : ground.filters()) {
      var extent = new Extent(Optional.of(ground.jurisdiction()), filter);
      GapCounts counted =
          stores().blindSpots().count(extent, now()).values().stream()
              .reduce(GapCounts.NONE, GapCounts::plus);
      for (Gap gap : Gap.values()) {
        assertThat(counted.count(gap))
            .as("%s %s", filter, gap)
            .isEqualTo(
                new GapCounts.Count(
                    tasks(extent, gap, State.OPEN),
                    tasks(extent, gap, State.OVERDUE),
                    tasks(extent, gap, State.CLOSED_LAST_7_DAYS)));
      }
    }
    Extent all = new Extent(Optional.of(ground.jurisdiction()), CoverageFilter.ALL);
    assertThat(tasks(all, Gap.NOT_APPROVED, State.CLOSED_LAST_7_DAYS)).isEqualTo(1);
    assertThat(tasks(all, Gap.NOT_APPROVED, State.CLOSED)).isEqualTo(2);
    assertThat(tasks(all, Gap.NOT_APPROVED, State.OVERDUE)).isEqualTo(2);
  }

  @Test
  default void everyNumberOfTheStatisticsShouldOpenItsList() {
    Ground ground = Ground.in(fixtures(), stores());
    inspectedInEveryWay(ground.one(), ground.hotel());
    clock().advance(Duration.ofDays(4));
    Instant from = now();
    inspectedInEveryWay(ground.one(), ground.hotel());
    inspectedInEveryWay(ground.one(), ground.shop());
    inspectedInEveryWay(ground.other(), ground.shop());
    clock().advance(Duration.ofDays(2));
    Instant to = now();
    inspectedInEveryWay(ground.other(), ground.hotel());
    for (CoverageFilter filter : ground.filters()) {
      if (filter.department().isEmpty()) {
        InspectionFigures counted = figures(ground.jurisdiction(), filter, from, to);
        assertThat(counted)
            .as("%s", filter)
            .isEqualTo(listed(ground.jurisdiction(), filter, from, to));
      }
    }
    InspectionFigures all = listed(ground.jurisdiction(), CoverageFilter.ALL, from, to);
    assertThat(all.inspections()).isEqualTo(18);
    assertThat(List.of(all.open(), all.overdue(), all.verifiedInTime(), all.verifiedLate()))
        .containsExactly(6L, 3L, 3L, 3L);
  }

  private Instant now() {
    return clock().instant();
  }

  private long places(Extent extent, Set<Stage> stages) {
    return stores()
        .coverage()
        .listPlaces(extent, PlaceSearch.at(stages), now(), LONG)
        .items()
        .size();
  }

  private long tasks(Extent extent, Gap gap, State state) {
    return stores().blindSpots().list(extent, Optional.of(gap), state, now(), LONG).items().size();
  }

  private void placesAtEveryStage(DivisionCode community, VenueType type) {
    fixtures().aPlace(community, type.code());
    link(community, type, fixtures().aVenue().in(community).ofType(type).underReview().add());
    link(community, type, fixtures().aVenue().in(community).ofType(type).add());
    Gate hanging = fixtures().aVenue().in(community).ofType(type).addWithGate();
    stores().posters().noteDownload(hanging.venue().id(), hanging.in().id(), now());
    link(community, type, hanging.venue());
    Gate used = fixtures().aVenue().in(community).ofType(type).addWithGate();
    fixtures().scan(used.in(), fixtures().aPerson().id());
    link(community, type, used.venue());
  }

  private void link(DivisionCode community, VenueType type, Venue venue) {
    fixtures().link(fixtures().aPlace(community, type.code()), venue.id());
  }

  private BlindSpot opened(DivisionCode community, VenueType type, Gap gap) {
    SurveyPlace place = fixtures().aPlace(community, type.code());
    var subject = new Subject(Optional.of(place.id()), Optional.empty());
    var lack = new Lack(subject, gap, now(), community, type.department());
    var owner = new Owner.OfDivision(stores().divisions().find(community).orElseThrow());
    BlindSpot task = BlindSpot.opened(new BlindSpotId(UUID.randomUUID()), lack, owner, now());
    var step = new BlindSpotStep(task, BlindSpotStep.What.OPENED, now());
    assertThat(stores().blindSpots().apply(List.of(step))).hasSize(1);
    return task;
  }

  private void close(BlindSpot task) {
    var step = new BlindSpotStep(task.closedItself(now()), BlindSpotStep.What.CLOSED_ITSELF, now());
    assertThat(stores().blindSpots().apply(List.of(step))).hasSize(1);
  }

  /** One of each measure, and rectifications that are open, overdue, done, in time and late. */
  private void inspectedInEveryWay(DivisionCode community, VenueType type) {
    Premises premises = Premises.of(fixtures().aVenue().in(community).ofType(type).add());
    Instant soon = now().plus(Duration.ofMinutes(1));
    fixtures().anInspection(premises, Optional.empty());
    fixtures().anInspection(premises, Optional.of(soon));
    Instant late = soon.plusMillis(1);
    done(fixtures().anInspection(premises, Optional.of(soon)), soon);
    verified(done(fixtures().anInspection(premises, Optional.of(soon)), soon), late);
    verified(done(fixtures().anInspection(premises, Optional.of(soon)), late), late);
    var urged = new Finding(ChecklistItem.SCANS_URGED, Finding.Result.NOT_OK, Optional.empty());
    stores()
        .inspections()
        .add(
            Inspection.made(
                new InspectionId(UUID.randomUUID()),
                premises,
                new StaffId(UUID.randomUUID()),
                Optional.of(community),
                now(),
                new Findings(List.of(urged)),
                new MeasureOrder(Measure.NONE, Optional.empty())));
  }

  private Inspection done(Inspection made, Instant at) {
    return stored(made.completed(at, Optional.empty()));
  }

  private void verified(Inspection done, Instant at) {
    assertThat(stored(done.verified(at, Optional.empty(), false)).state())
        .isEqualTo(Inspection.State.VERIFIED);
  }

  private Inspection stored(Optional<Inspection> next) {
    assertThat(stores().inspections().replace(next.orElseThrow())).isTrue();
    return next.get();
  }

  private InspectionFigures figures(
      Jurisdiction own, CoverageFilter filter, Instant from, Instant to) {
    return InspectionFigures.sum(
        stores().inspections().count(own, filter.division(), from, to, now()).stream()
            .filter(count -> filter.type().filter(type -> !type.equals(count.type())).isEmpty())
            .map(InspectionCount::figures)
            .toList());
  }

  private InspectionFigures listed(
      Jurisdiction own, CoverageFilter filter, Instant from, Instant to) {
    var part = new Part(own, filter, from, to);
    Map<Measure, Long> measures = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      long length = inspections(part, Optional.empty(), Optional.of(measure), Optional.empty());
      if (length > 0) {
        measures.put(measure, length);
      }
    }
    Map<ChecklistItem, Long> notOk = new EnumMap<>(ChecklistItem.class);
    for (ChecklistItem item : ChecklistItem.values()) {
      long length = inspections(part, Optional.empty(), Optional.empty(), Optional.of(item));
      if (length > 0) {
        notOk.put(item, length);
      }
    }
    return new InspectionFigures(
        inspections(part, Optional.empty(), Optional.empty(), Optional.empty()),
        measures,
        notOk,
        standing(part, Progress.UNSETTLED),
        standing(part, Progress.OVERDUE),
        standing(part, Progress.VERIFIED_IN_TIME),
        standing(part, Progress.VERIFIED_LATE));
  }

  private long standing(Part part, Progress progress) {
    return inspections(part, Optional.of(progress), Optional.empty(), Optional.empty());
  }

  private long inspections(
      Part part,
      Optional<Progress> progress,
      Optional<Measure> measure,
      Optional<ChecklistItem> notOk) {
    var made = new Made(Optional.of(part.from()), Optional.of(part.to()), measure, notOk);
    var filter =
        new InspectionFilter(
            part.filter().division(), part.filter().type(), progress, Optional.empty(), made);
    return stores().inspections().listWithin(part.own(), filter, now(), LONG).items().size();
  }

  /** Of a jurisdiction, what fits a filter and was made in a time. */
  record Part(Jurisdiction own, CoverageFilter filter, Instant from, Instant to) {}

  /**
   * A territory with two communities, and two types of different departments.
   *
   * @param whole the territory
   */
  record Ground(
      Division whole, DivisionCode one, DivisionCode other, VenueType hotel, VenueType shop) {

    static Ground in(StoreFixtures fixtures, Stores stores) {
      Division whole = fixtures.aDivision(Division.Level.TERRITORY, Optional.empty());
      Optional<DivisionCode> top = Optional.of(whole.code());
      VenueType shop = fixtures.aVenueType(StayRules.DEFAULT);
      var department = new VenueType(shop.code(), "商店", "商务" + whole.code().text(), shop.stay());
      stores.venueTypes().save(department);
      return new Ground(
          whole,
          fixtures.aDivision(Division.Level.COMMUNITY, top).code(),
          fixtures.aDivision(Division.Level.COMMUNITY, top).code(),
          fixtures.aVenueType(StayRules.DEFAULT),
          department);
    }

    Jurisdiction jurisdiction() {
      return Jurisdiction.of(whole.code());
    }

    /** All that a number can be asked for: the whole, each child, each type, each department. */
    List<CoverageFilter> filters() {
      Optional<DivisionCode> anywhere = Optional.empty();
      Optional<String> any = Optional.empty();
      return List.of(
          CoverageFilter.ALL,
          CoverageFilter.of(one),
          CoverageFilter.of(other),
          new CoverageFilter(anywhere, Optional.of(hotel.code()), any),
          new CoverageFilter(Optional.of(one), Optional.of(shop.code()), any),
          new CoverageFilter(anywhere, Optional.empty(), Optional.of(shop.department())));
    }
  }
}
