package cn.venuepass.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.coverage.CoverageHistory;
import cn.venuepass.application.coverage.Extent;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.coverage.CoverageRow;
import cn.venuepass.domain.coverage.Funnel;
import cn.venuepass.domain.coverage.Stage;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.venue.VenueType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** {@link CoverageHistory}. */
public interface CoverageHistoryContract extends StoreContract {

  @Test
  default void theLastNumbersOfADayShouldBeKept() {
    Division top = fixtures().aDivision(Division.Level.TERRITORY, Optional.empty());
    DivisionCode one = below(top);
    DivisionCode other = below(top);
    VenueType type = fixtures().aVenueType(StayRules.DEFAULT);
    LocalDate day = LocalDate.ofEpochDay(Long.parseLong(one.text()) % 100_000);
    CoverageHistory history = stores().coverageHistory();
    history.keep(day, List.of(new CoverageRow(one, type.code(), Funnel.of(Stage.POSTED, 9))));
    List<CoverageRow> last =
        List.of(
            new CoverageRow(one, type.code(), new Funnel(6, 5, 4, 3, 2, 1)),
            new CoverageRow(other, type.code(), Funnel.of(Stage.APPROVED, 2)));
    history.keep(day, last);
    List<CoverageRow> next = List.of(new CoverageRow(one, type.code(), Funnel.ofUnsurveyed(3)));
    history.keep(day.plusDays(1), next);

    var territory = Extent.of(Jurisdiction.of(top.code()));
    var sum = new CoverageHistory.Day(day, new Funnel(8, 7, 6, 3, 2, 1));
    var second = new CoverageHistory.Day(day.plusDays(1), Funnel.ofUnsurveyed(3));
    assertThat(history.list(territory, day.minusDays(1), day.plusDays(5)))
        .containsExactly(sum, second);
    assertThat(history.list(territory, day, day)).containsExactly(sum);
    assertThat(history.list(Extent.of(Jurisdiction.of(other)), day, day.plusDays(1)))
        .containsExactly(new CoverageHistory.Day(day, Funnel.of(Stage.APPROVED, 2)));
    var stranger =
        new Jurisdiction.OfVenueTypes(Set.of(fixtures().aVenueType(StayRules.DEFAULT).code()));
    assertThat(history.list(Extent.of(stranger), day, day.plusDays(1))).isEmpty();
    assertThat(history.list(territory, day.plusDays(2), day.plusDays(9))).isEmpty();
  }

  @Test
  default void aDayThatManyNodesKeepShouldBeKeptOnce() {
    DivisionCode community = fixtures().aCommunity();
    VenueType type = fixtures().aVenueType(StayRules.DEFAULT);
    LocalDate day = LocalDate.ofEpochDay(Long.parseLong(community.text()) % 100_000 + 200_000);
    List<CoverageRow> rows =
        List.of(new CoverageRow(community, type.code(), Funnel.of(Stage.SCANNED, 4)));
    List<Boolean> kept =
        AtOnce.run(
            6,
            i -> {
              stores().coverageHistory().keep(day, rows);
              return true;
            });
    assertThat(kept).hasSize(6);
    assertThat(stores().coverageHistory().list(Extent.of(Jurisdiction.of(community)), day, day))
        .containsExactly(new CoverageHistory.Day(day, Funnel.of(Stage.SCANNED, 4)));
  }

  @Test
  default void theLastDayOfATimeShouldBeFoundWithItsNumbers() {
    DivisionCode community = fixtures().aCommunity();
    VenueType type = fixtures().aVenueType(StayRules.DEFAULT);
    LocalDate day = LocalDate.ofEpochDay(Long.parseLong(community.text()) % 100_000 + 400_000);
    var row = new CoverageRow(community, type.code(), Funnel.of(Stage.POSTED, 2));
    CoverageHistory history = stores().coverageHistory();
    history.keep(day.minusDays(1), List.of());
    history.keep(day, List.of(row));
    assertThat(history.lastDay(day.minusDays(3), day.plusDays(3))).contains(day);
    assertThat(history.lastDay(day, day)).contains(day);
    assertThat(history.lastDay(day.minusDays(3), day.minusDays(1))).isEmpty();
    assertThat(history.rows(Extent.of(Jurisdiction.of(community)), day)).containsExactly(row);
    assertThat(history.rows(Extent.of(Jurisdiction.of(fixtures().aCommunity())), day)).isEmpty();
  }

  private DivisionCode below(Division top) {
    return fixtures().aDivision(Division.Level.COMMUNITY, Optional.of(top.code())).code();
  }
}
