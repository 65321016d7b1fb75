package cn.venuepass.domain.gate;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OfflineRuleTest {
  private static final Duration MOMENT = ofMillis(1);
  private static final Instant NOW = Instant.parse("2026-03-05T01:00:00Z");
  private static final Instant FIVE_MINUTES_AHEAD = NOW.plus(ofMinutes(5));
  private static final Instant THREE_DAYS_AGO = NOW.minus(ofDays(3));

  @Test
  void aClockMayBeFiveMinutesAheadAndNoMore() {
    assertThat(OfflineRule.isAhead(NOW, NOW)).isFalse();
    assertThat(OfflineRule.isAhead(FIVE_MINUTES_AHEAD, NOW)).isFalse();
    assertThat(OfflineRule.isAhead(FIVE_MINUTES_AHEAD.plus(MOMENT), NOW)).isTrue();
    assertThat(OfflineRule.isAhead(THREE_DAYS_AGO, NOW)).isFalse();
  }

  @Test
  void aScanMayBe72HoursOldAndNoMore() {
    assertThat(OfflineRule.isTooOld(NOW, NOW)).isFalse();
    assertThat(OfflineRule.isTooOld(THREE_DAYS_AGO, NOW)).isFalse();
    assertThat(OfflineRule.isTooOld(THREE_DAYS_AGO.minus(MOMENT), NOW)).isTrue();
    assertThat(OfflineRule.isTooOld(FIVE_MINUTES_AHEAD.plus(MOMENT), NOW)).isFalse();
  }
}
