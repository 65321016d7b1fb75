package cn.venuepass.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class HeapStatTest {
  @Test
  void parseShouldReadWhatJstatWrites() {
    String table =
        """
         S0C    S1C    S0U    S1U      EC       EU        OC         OU       YGC     YGCT    FGC    FGCT    CGC    CGCT     GCT
          0.0   1024.0  0.0    24.0   2048.0   1000.0   16384.0     3072.0     31    0.900    -      -        4    0.012    0.912
        """;
    assertThat(HeapStat.parse(table)).isEqualTo(new HeapStat(4_096L * 1_024, 31, 0, 0.912));
  }

  @Test
  void ofShouldSeeThisVirtualMachine() {
    assertThat(HeapStat.of(ProcessHandle.current().pid()).usedBytes()).isPositive();
  }

  @Test
  void parseShouldNotMakeUpWhatJstatDoesNotSay() {
    assertThatIllegalStateException().isThrownBy(() -> HeapStat.parse("1234 not found\n"));
  }
}
