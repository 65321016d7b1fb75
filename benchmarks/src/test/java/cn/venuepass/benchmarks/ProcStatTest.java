package cn.venuepass.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcStatTest {
  private static final long NOBODY = Integer.MAX_VALUE;

  @Test
  void thisProcessShouldHaveTakenProcessorTimeAndMemory() {
    long self = ProcessHandle.current().pid();
    assertThat(ProcStat.cpuSeconds(self)).isPositive();
    assertThat(ProcStat.cpuSecondsWithChildren(self)).isPositive();
    assertThat(ProcStat.residentBytes(self))
        .hasValueSatisfying(bytes -> assertThat(bytes).isGreaterThan(1_000_000));
  }

  @Test
  void aProcessThatIsNoneShouldTakeNothing() {
    assertThat(ProcStat.cpuSeconds(NOBODY)).isZero();
    assertThat(ProcStat.residentBytes(NOBODY)).isEmpty();
  }
}
