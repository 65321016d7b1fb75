package cn.venuepass.benchmarks.load.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
  private static final long START = 1_000;

  @Test
  void takeShouldGiveEvenTimesUntilTheEnd() {
    var arrivals = new Arrivals(START, 2, 2);
    List<Long> due = new ArrayList<>();
    while (!arrivals.isOver()) {
      due.add(arrivals.take());
    }
    assertThat(due).containsExactly(START, 500_001_000L, 1_000_001_000L, 1_500_001_000L);
  }

  @Test
  void takeShouldNotDriftAtARateThatDoesNotDivideASecond() {
    var arrivals = new Arrivals(0, 10, 7_000);
    long last = -1;
    while (!arrivals.isOver()) {
      last = arrivals.take();
    }
    assertThat(last).isEqualTo(9_999_857_142L);
  }

  @Test
  void dropBeforeShouldLeaveThoseStillDue() {
    var arrivals = new Arrivals(START, 2, 2);
    assertThat(arrivals.dropBefore(1_000_001_000L)).isEqualTo(2);
    assertThat(arrivals.left()).isEqualTo(2);
    assertThat(arrivals.due()).isEqualTo(1_000_001_000L);
    assertThat(arrivals.dropBefore(Long.MAX_VALUE)).isEqualTo(2);
    assertThat(arrivals.isOver()).isTrue();
  }
}
