package cn.venuepass.domain.posterlife;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.venue.PosterId;
import cn.venuepass.domain.venue.VenueId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BurstRuleTest {
  private static final BurstRule RULE = new BurstRule(30, 5, 14, 3, 200);

  @ParameterizedTest
  @CsvSource({
    // scans, days in the past, the scans in their busiest hours
    "31,  3,  6,  true",
    "30,  3,  6,  false",
    "50,  4,  40, false",
    "51,  4,  40, true",
    "500, 14, 1400, false",
    "501, 14, 1400, true",
    "31,  14, 0,  true",
    "200, 2,  2,  false",
    "201, 2,  2,  true",
    "200, 0,  0,  false",
    "201, 0,  0,  true"
  })
  void aBurstShouldBeFarMoreThanThePostersPast(
      int scans, int days, int busiestHours, boolean burst) {
    assertThat(RULE.isBurst(hour(scans, days, busiestHours))).isEqualTo(burst);
  }

  @Test
  void noHourShouldBeABurstThatNeedsNoLook() {
    for (int days = 0; days <= 14; days++) {
      assertThat(RULE.isBurst(hour(RULE.leastToLookAt(), days, 0))).isFalse();
    }
    assertThat(new BurstRule(30, 5, 14, 3, 10).leastToLookAt()).isEqualTo(10);
  }

  private static BusyHour hour(int scans, int days, int busiestHours) {
    Instant begin = Instant.parse("2026-03-02T01:00:00Z");
    return new BusyHour(
        new PosterId(new UUID(1, 1)),
        new VenueId(new UUID(1, 2)),
        begin,
        scans,
        scans,
        begin,
        begin,
        new BusyHour.Past(days, busiestHours));
  }
}
