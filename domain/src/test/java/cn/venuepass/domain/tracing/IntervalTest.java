package cn.venuepass.domain.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class IntervalTest {
  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

  @Test
  void whatIsCommonShouldBeTheLaterBeginningUntilTheEarlierEnd() {
    assertThat(hours(0, 3).and(hours(2, 5))).isEqualTo(hours(2, 3));
    assertThat(hours(2, 5).and(hours(0, 3))).isEqualTo(hours(2, 3));
    assertThat(hours(0, 5).and(hours(1, 2))).isEqualTo(hours(1, 2));
  }

  @Test
  void spansThatTouchShouldHaveNothingInCommon() {
    Interval common = hours(0, 2).and(hours(2, 4));
    assertThat(common.isEmpty()).isTrue();
    assertThat(common.length()).isEqualTo(Duration.ZERO);
  }

  @Test
  void aSpanThatEndsBeforeItBeginsShouldHaveNoLength() {
    assertThat(hours(3, 1).length()).isEqualTo(Duration.ZERO);
    assertThat(hours(1, 3).length()).isEqualTo(Duration.ofHours(2));
  }

  @Test
  void aSpanShouldContainItselfAndWhatLiesWithin() {
    assertThat(hours(1, 3).contains(hours(1, 3))).isTrue();
    assertThat(hours(1, 3).contains(hours(2, 3))).isTrue();
    assertThat(hours(1, 3).contains(hours(0, 3))).isFalse();
    assertThat(hours(1, 3).contains(hours(1, 4))).isFalse();
  }

  private static Interval hours(int from, int to) {
    return new Interval(NINE.plus(Duration.ofHours(from)), NINE.plus(Duration.ofHours(to)));
  }
}
