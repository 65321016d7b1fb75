package cn.venuepass.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInAttemptsTest {
  private static final Instant NOW = Instant.parse("2026-03-02T00:30:00Z");

  @ParameterizedTest
  @CsvSource({
    "5, PT1M",
    "6, PT2M",
    "7, PT4M",
    "8, PT8M",
    "9, PT15M",
    "10, PT15M",
    "2147483647, PT15M"
  })
  void fromTheFifthTryOnTheNextShouldWaitTwiceAsLongEachTime(int tries, Duration wait) {
    var attempts = new SignInAttempts(tries, NOW);
    assertThat(attempts.wait(NOW)).contains(wait);
    assertThat(attempts.wait(NOW.plus(wait).minusMillis(1))).contains(Duration.ofMillis(1));
    assertThat(attempts.wait(NOW.plus(wait))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "4"})
  void theFirstFiveTriesShouldBeFree(int tries) {
    assertThat(new SignInAttempts(tries, NOW).wait(NOW)).isEmpty();
  }

  @Test
  void aDayWithoutATryShouldForgetThoseBefore() {
    var attempts = new SignInAttempts(9, NOW);
    Instant later = NOW.plus(Duration.ofDays(1));
    assertThat(attempts.tried(later)).isEqualTo(new SignInAttempts(1, later));
    assertThat(attempts.tried(later.minusMillis(1)).tries()).isEqualTo(10);
    assertThat(new SignInAttempts(Integer.MAX_VALUE, NOW).tried(NOW).tries())
        .isEqualTo(Integer.MAX_VALUE);
  }
}
