package cn.venuepass.domain.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DivisionSumTest {
  private static final DivisionSum.Sums<Integer> INTEGERS = new DivisionSum.Sums<>(0, Integer::sum);

  @Test
  void aSubtreeShouldBeginAtItsTopThoughThatHasAParent() {
    Division territory = division(2, Optional.of(code(1)));
    Division community = division(3, Optional.of(code(2)));
    var sum = DivisionSum.of(List.of(territory, community), Map.of(code(3), 7), INTEGERS);
    assertThat(sum)
        .isEqualTo(
            new DivisionSum<>(
                Optional.of(territory),
                7,
                List.of(new DivisionSum<>(Optional.of(community), 7, List.of()))));
  }

  @Test
  void treesWithoutACommonRootShouldStandUnderNone() {
    var sum =
        DivisionSum.of(
            List.of(division(1, Optional.empty()), division(2, Optional.empty())),
            Map.of(code(1), 3, code(2), 4),
            INTEGERS);
    assertThat(sum.division()).isEmpty();
    assertThat(sum.sum()).isEqualTo(7);
    assertThat(sum.children()).extracting(DivisionSum::sum).containsExactly(3, 4);
  }

  @Test
  void aFunnelShouldNotWiden() {
    assertThatThrownBy(() -> new Funnel(1, 2, 0, 0, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Funnel(5, 4, 3, 2, 3, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void countsOfGapsShouldBeAddedGapByGap() {
    var one = new GapCounts(Map.of(Gap.NOT_APPLIED, new GapCounts.Count(3, 2, 1)));
    var other =
        new GapCounts(
            Map.of(
                Gap.NOT_APPLIED, new GapCounts.Count(10, 20, 30),
                Gap.NOT_SCANNED, new GapCounts.Count(1, 1, 1)));
    GapCounts sum = one.plus(other);
    assertThat(sum.count(Gap.NOT_APPLIED)).isEqualTo(new GapCounts.Count(13, 22, 31));
    assertThat(sum.count(Gap.NOT_SCANNED)).isEqualTo(new GapCounts.Count(1, 1, 1));
    assertThat(sum.count(Gap.NOT_POSTED)).isEqualTo(GapCounts.Count.NONE);
  }

  private static Division division(int number, Optional<DivisionCode> parent) {
    return new Division(code(number), "辖区", Division.Level.TERRITORY, parent);
  }

  private static DivisionCode code(int number) {
    return new DivisionCode("%012d".formatted(number));
  }
}
