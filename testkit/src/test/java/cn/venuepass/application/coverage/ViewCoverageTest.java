package cn.venuepass.application.coverage;

import static cn.venuepass.application.Answers.denied;
import static cn.venuepass.application.Answers.done;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cn.venuepass.application.Days;
import cn.venuepass.application.PageRequest;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.coverage.Coverage;
import cn.venuepass.domain.coverage.CoverageTable;
import cn.venuepass.domain.coverage.DivisionSum;
import cn.venuepass.domain.coverage.Funnel;
import cn.venuepass.domain.coverage.Stage;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.venue.VenueType;
import cn.venuepass.testkit.StoreFixtures;
import cn.venuepass.testkit.StoreFixtures.Gate;
import cn.venuepass.testkit.TestApplication;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ViewCoverageTest {
  private final TestApplication app = new TestApplication();
  private final CoverageUseCases coverage = app.useCases().coverage();
  private final StoreFixtures fixtures = app.fixtures();
  private final Division top = fixtures.aDivision(Division.Level.HEADQUARTERS, Optional.empty());
  private final Division territory =
      fixtures.aDivision(Division.Level.TERRITORY, Optional.of(top.code()));
  private final DivisionCode one = below();
  private final DivisionCode other = below();
  private final Jurisdiction own = Jurisdiction.of(territory.code());

  @Test
  void aTerritoryShouldSeeItselfWithItsCommunities() {
    fixtures.aPlace(one);
    fixtures.link(fixtures.aPlace(other), fixtures.aVenue().in(other).add().id());
    fixtures.aVenue().in(other).add();
    fixtures.aPlace(fixtures.aCommunity());

    DivisionSum<Funnel> tree = view(own, CoverageFilter.ALL).tree();
    assertThat(tree.division()).contains(territory);
    assertThat(tree.sum()).isEqualTo(new Funnel(2, 1, 1, 0, 0, 1));
    assertThat(tree.children())
        .extracting(DivisionSum::sum)
        .containsExactly(Funnel.of(Stage.UNAPPLIED, 1), new Funnel(1, 1, 1, 0, 0, 1));
    assertThat(view(own, CoverageFilter.of(one)).tree())
        .isEqualTo(
            new DivisionSum<>(
                app.stores().divisions().find(one), Funnel.of(Stage.UNAPPLIED, 1), List.of()));
  }

  @Test
  void whatIsNotBelowShouldNotBeFound() {
    for (DivisionCode code :
        Set.of(top.code(), fixtures.aCommunity(), new DivisionCode("999999999999"))) {
      var filter = CoverageFilter.of(code);
      var first = PageRequest.first(5);
      var scanned = PlaceSearch.at(Set.of(Stage.SCANNED));
      LocalDate today = Days.of(app.clock().instant());
      assertThat(denied(coverage.viewCoverage().view(own, filter))).isEqualTo(NOT_FOUND);
      assertThat(denied(coverage.viewCoverage().table(own, filter))).isEqualTo(NOT_FOUND);
      assertThat(denied(coverage.viewCoverage().history(own, filter, today, today)))
          .isEqualTo(NOT_FOUND);
      assertThat(denied(coverage.viewPlaces().places(own, filter, scanned, first)))
          .isEqualTo(NOT_FOUND);
      assertThat(denied(coverage.viewPlaces().unsurveyed(own, filter, first))).isEqualTo(NOT_FOUND);
    }
  }

  @Test
  void aDepartmentShouldSeeTheWholeTreeAndItsOwnTypesOnly() {
    VenueType school = fixtures.aVenueType(StayRules.DEFAULT);
    fixtures.aPlace(one, school.code());
    fixtures.aPlace(other);
    Jurisdiction department = new Jurisdiction.OfVenueTypes(Set.of(school.code()));

    Coverage seen = view(department, CoverageFilter.ALL);
    assertThat(seen.tree().division()).contains(top);
    assertThat(seen.tree().sum().surveyed()).isEqualTo(1);
    assertThat(seen.byType())
        .containsExactly(new Coverage.OfType(school, Funnel.of(Stage.UNAPPLIED, 1)));
    assertThat(seen.byDepartment())
        .containsExactly(
            new Coverage.OfDepartment(school.department(), Funnel.of(Stage.UNAPPLIED, 1)));
    assertThat(view(department, CoverageFilter.of(other)).tree().sum()).isEqualTo(Funnel.NONE);
    var unknown = CoverageFilter.of(new DivisionCode("999999999999"));
    assertThat(denied(coverage.viewCoverage().view(department, unknown))).isEqualTo(NOT_FOUND);
  }

  @Test
  void theTableShouldHoldTheSameByDivisionAndType() {
    VenueType school = fixtures.aVenueType(StayRules.DEFAULT);
    fixtures.aPlace(one, school.code());
    fixtures.link(
        fixtures.aPlace(one, school.code()), fixtures.aVenue().in(one).ofType(school).add().id());
    fixtures.aVenue().in(other).add();
    fixtures.aPlace(fixtures.aCommunity(), school.code());

    CoverageTable table = done(coverage.viewCoverage().table(own, CoverageFilter.ALL));
    assertThat(table.rows())
        .extracting(row -> row.division().code(), row -> sum(row.cells()))
        .containsExactly(
            tuple(one, new Funnel(2, 1, 1, 0, 0, 0)), tuple(other, Funnel.ofUnsurveyed(1)));
    assertThat(table.types()).hasSize(2).contains(school);
    Jurisdiction department = new Jurisdiction.OfVenueTypes(Set.of(school.code()));
    var here = CoverageFilter.of(territory.code());
    assertThat(done(coverage.viewCoverage().table(department, here)).types())
        .containsExactly(school);
  }

  private static Funnel sum(List<CoverageTable.Cell> cells) {
    return cells.stream().map(CoverageTable.Cell::funnel).reduce(Funnel.NONE, Funnel::plus);
  }

  @Test
  void aScanShouldCountAtOnceAndSilenceAfterSevenDays() {
    Gate gate = fixtures.aVenue().in(one).addWithGate();
    fixtures.link(fixtures.aPlace(one), gate.venue().id());
    assertThat(view(own, CoverageFilter.ALL).tree().sum().posted()).isZero();
    fixtures.scan(gate.in(), fixtures.aPerson().id());
    assertThat(view(own, CoverageFilter.ALL).tree().sum().scanned()).isEqualTo(1);
    app.clock().advance(Duration.ofDays(7).plusMillis(1));
    assertThat(view(own, CoverageFilter.ALL).tree().sum().silent()).isEqualTo(1);
  }

  @Test
  void theHistoryShouldHoldTheLastRoundOfEachDayInChina() {
    LocalDate monday = Days.of(app.clock().instant());
    coverage.keepBlindSpots().keep();
    fixtures.aPlace(one);
    app.clock().advance(Duration.ofMinutes(15));
    coverage.keepBlindSpots().keep();
    app.clock().advance(Duration.ofHours(15).plusMinutes(14));
    fixtures.aPlace(one);
    coverage.keepBlindSpots().keep();
    app.clock().advance(Duration.ofMinutes(15));
    fixtures.aPlace(one);
    coverage.keepBlindSpots().keep();

    assertThat(
            done(
                coverage
                    .viewCoverage()
                    .history(own, CoverageFilter.ALL, monday, monday.plusDays(9))))
        .containsExactly(
            new CoverageHistory.Day(monday, Funnel.of(Stage.UNAPPLIED, 2)),
            new CoverageHistory.Day(monday.plusDays(1), Funnel.of(Stage.UNAPPLIED, 3)));
  }

  @Test
  void aHistoryShouldBeAYearAtMost() {
    LocalDate day = LocalDate.parse("2026-03-02");
    var view = coverage.viewCoverage();
    assertThat(done(view.history(own, CoverageFilter.ALL, day, day.plusDays(365)))).isEmpty();
    assertThatThrownBy(() -> view.history(own, CoverageFilter.ALL, day, day.plusDays(366)))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> view.history(own, CoverageFilter.ALL, day, day.minusDays(1)))
        .isInstanceOf(InvalidValue.class);
  }

  private Coverage view(Jurisdiction jurisdiction, CoverageFilter filter) {
    return done(coverage.viewCoverage().view(jurisdiction, filter));
  }

  private DivisionCode below() {
    return fixtures.aDivision(Division.Level.COMMUNITY, Optional.of(territory.code())).code();
  }
}
