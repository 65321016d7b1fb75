package cn.venuepass.domain.venue;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class StayRulesTest {

  @Test
  void theDefaultShouldBeThatOfTheDomainDocument() {
    assertThat(StayRules.DEFAULT).isEqualTo(new StayRules(ofHours(2), ofHours(24), ofHours(4)));
  }

  @Test
  void theTypicalStayShouldLieBetweenZeroAndTheMaximum() {
    assertThat(new StayRules(ZERO, ZERO, ZERO).typicalStay()).isZero();
    assertThat(new StayRules(ofHours(2), ofHours(2), ZERO).typicalStay()).isEqualTo(ofHours(2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StayRules(ofHours(2).plusMillis(1), ofHours(2), ZERO));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StayRules(ofMillis(-1), ofHours(2), ZERO));
  }

  @Test
  void theReentryGapShouldNotBeNegative() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StayRules(ZERO, ofHours(2), ofMillis(-1)));
  }

  @Test
  void nobodysStayShouldBeBelievedToBeLongerThanAWeek() {
    assertThat(new StayRules(ZERO, ofDays(7), ZERO).maximumStay()).isEqualTo(StayRules.LONGEST);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StayRules(ZERO, ofDays(7).plusMillis(1), ZERO));
  }
}
