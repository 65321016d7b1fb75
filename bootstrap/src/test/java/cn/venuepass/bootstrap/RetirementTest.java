package cn.venuepass.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.bootstrap.Keys.Ring;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetirementTest {
  private static final Instant SINCE = Instant.parse("2026-03-02T01:00:00Z");

  @ParameterizedTest
  @CsvSource({"TOKEN, PT20M", "HASH, PT15S", "ENCRYPTION, PT15S"})
  void anOldKeyShouldStayWhileSomethingMayRestOnIt(Ring ring, Duration rest) {
    assertThat(reason(ring, SINCE.plus(rest).minusMillis(1), false)).isPresent();
    assertThat(reason(ring, SINCE.plus(rest), false)).isEmpty();
    assertThat(Retirement.reasonAgainst(ring, Optional.empty(), SINCE, false)).isEmpty();
  }

  @Test
  void aPosterKeyShouldNeverGoSilently() {
    Instant later = SINCE.plus(Duration.ofDays(4_000));
    assertThat(reason(Ring.POSTER, later, false)).isPresent();
    assertThat(reason(Ring.POSTER, later, true)).isEmpty();
  }

  private static Optional<String> reason(Ring ring, Instant now, boolean replaced) {
    return Retirement.reasonAgainst(ring, Optional.of(SINCE), now, replaced);
  }
}
