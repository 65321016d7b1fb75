package cn.venuepass.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.benchmarks.Spread;
import cn.venuepass.benchmarks.load.generator.Load;
import cn.venuepass.benchmarks.load.generator.Outcome;
import cn.venuepass.benchmarks.load.generator.Outcome.Latency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SeriesTest {
  private final List<Measured> all =
      List.of(
          measured(Side.GROUP, 1, 8_000),
          measured(Side.SINGLE, 1, 2_000),
          measured(Side.GROUP, 2, 12_000),
          measured(Side.SINGLE, 2, 2_000),
          measured(Side.GROUP, 3, 10_000),
          measured(Side.SINGLE, 3, 1_000));
  private final Series group = Series.of(Side.GROUP, all);
  private final Series single = Series.of(Side.SINGLE, all);

  @Test
  void timesShouldCompareRoundWithRound() {
    assertThat(group.times(single)).isEqualTo(new Spread(4, 6, 10));
  }

  @Test
  void throughputShouldCountOneSideOnly() {
    assertThat(group.throughput()).isEqualTo(new Spread(4_000, 5_000, 6_000));
  }

  @Test
  void processorTimeShouldBeSharedOutOverTimeAndScans() {
    assertThat(group.cores(CpuSplit::service)).isEqualTo(0.5);
    assertThat(single.microsPerScan(CpuSplit::database)).isEqualTo(250);
  }

  @Test
  void tablesShouldHaveARowForEachSide() {
    var loads = new TreeMap<>(Map.of(256, List.of(group, single)));
    assertThat(LoadTables.closed(loads))
        .contains("| 256 | group | 4000 – **5000** – 6000 | 1.00 | 2.00 | 3.00 | 0 | 0 |");
    assertThat(LoadTables.ratios(loads))
        .contains("| 256 | group / single | 4.00 – **6.00** – 10.00 |");
    assertThat(LoadTables.open(List.of(group), new CommitTime(500, 200)))
        .contains("| group | 5000 | 1.00 | 2.00 | 3.00 | 2.0 | 10.0 |");
  }

  private static Measured measured(Side side, int round, long answered) {
    var latency = new Latency(1_000, 2_000, 3_000, 4_000);
    var outcome =
        new Outcome(
            2,
            answered,
            Map.of("ENTERED", answered),
            0,
            0,
            0,
            Map.of(),
            0,
            0,
            latency,
            latency,
            latency,
            List.of());
    return new Measured(
        side, round, new Load(side.label(), 256, 2, 0), outcome, new CpuSplit(1, 0.5, 0.25));
  }
}
