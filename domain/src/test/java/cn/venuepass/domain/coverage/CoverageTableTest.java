package cn.venuepass.domain.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.coverage.CoverageTable.Cell;
import cn.venuepass.domain.coverage.CoverageTable.Row;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.venue.VenueType;
import cn.venuepass.domain.venue.VenueTypeCode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CoverageTableTest {
  private static final Division TOP =
      division("659000000000", Division.Level.HEADQUARTERS, Optional.empty());
  private static final Division ONE =
      division("659002001000", Division.Level.TERRITORY, Optional.of(TOP));
  private static final Division TWO =
      division("659002002000", Division.Level.TERRITORY, Optional.of(TOP));
  private static final Division INSIDE =
      division("659002001001", Division.Level.COMMUNITY, Optional.of(ONE));
  private static final VenueType HOTEL = type("HOTEL");
  private static final VenueType SHOP = type("SHOP");
  private static final VenueType UNUSED = type("UNUSED");
  private static final Funnel POSTED = Funnel.of(Stage.POSTED, 2);
  private static final Funnel WAITING = Funnel.of(Stage.APPLIED, 3);

  @Test
  void whatLiesBelowShouldBeAddedUpInTheRowOfItsChild() {
    CoverageTable table =
        table(
            List.of(TOP, ONE, INSIDE, TWO),
            row(INSIDE, HOTEL, POSTED),
            row(ONE, HOTEL, WAITING),
            row(INSIDE, SHOP, Funnel.ofUnsurveyed(1)));
    assertThat(table.types()).containsExactly(HOTEL, SHOP);
    assertThat(table.rows())
        .containsExactly(
            new Row(
                ONE,
                List.of(
                    new Cell(HOTEL, POSTED.plus(WAITING)), new Cell(SHOP, Funnel.ofUnsurveyed(1)))),
            new Row(TWO, List.of()));
  }

  @Test
  void whatLiesInTheRootItselfShouldHaveARowBeforeTheOthers() {
    assertThat(table(List.of(TOP, TWO), row(TWO, SHOP, WAITING), row(TOP, SHOP, POSTED)).rows())
        .containsExactly(
            new Row(TOP, List.of(new Cell(SHOP, POSTED))),
            new Row(TWO, List.of(new Cell(SHOP, WAITING))));
    assertThat(table(List.of(INSIDE)).rows()).containsExactly(new Row(INSIDE, List.of()));
  }

  @Test
  void treesWithoutACommonRootShouldHaveARowEach() {
    assertThat(table(List.of(ONE, INSIDE, TWO), row(INSIDE, HOTEL, POSTED)).rows())
        .containsExactly(new Row(ONE, List.of(new Cell(HOTEL, POSTED))), new Row(TWO, List.of()));
  }

  private static CoverageTable table(List<Division> divisions, CoverageRow... rows) {
    return CoverageTable.of(divisions, List.of(HOTEL, SHOP, UNUSED), List.of(rows));
  }

  private static CoverageRow row(Division division, VenueType type, Funnel funnel) {
    return new CoverageRow(division.code(), type.code(), funnel);
  }

  private static VenueType type(String code) {
    return new VenueType(new VenueTypeCode(code), code, "文旅", StayRules.DEFAULT);
  }

  private static Division division(String code, Division.Level level, Optional<Division> parent) {
    return new Division(new DivisionCode(code), code, level, parent.map(Division::code));
  }
}
