package cn.venuepass.domain.pass;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.pass.PassCode.OnScreen;
import cn.venuepass.domain.person.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OnScreenTest {
  private static final Duration MOMENT = ofMillis(1);
  private static final Duration TOLERANCE = ofMinutes(2);
  private static final Instant MADE = Instant.parse("2026-03-02T01:00:00Z");
  private static final Instant EXPIRY = Instant.parse("2026-03-02T01:05:00Z");
  private static final OnScreen PASS = new OnScreen(new PersonId(new UUID(1, 1)), EXPIRY);

  @Test
  void itShouldBeGoodFromItsMakingUntilJustBeforeItsExpiry() {
    assertThat(PASS.isGoodAt(MADE.minus(MOMENT), ZERO)).isFalse();
    assertThat(PASS.isGoodAt(MADE, ZERO)).isTrue();
    assertThat(PASS.isGoodAt(EXPIRY.minus(MOMENT), ZERO)).isTrue();
    assertThat(PASS.isGoodAt(EXPIRY, ZERO)).isFalse();
  }

  @Test
  void aClockMayDifferOnBothSides() {
    assertThat(PASS.isGoodAt(MADE.minus(TOLERANCE).minus(MOMENT), TOLERANCE)).isFalse();
    assertThat(PASS.isGoodAt(MADE.minus(TOLERANCE), TOLERANCE)).isTrue();
    assertThat(PASS.isGoodAt(EXPIRY.plus(TOLERANCE).minus(MOMENT), TOLERANCE)).isTrue();
    assertThat(PASS.isGoodAt(EXPIRY.plus(TOLERANCE), TOLERANCE)).isFalse();
  }
}
