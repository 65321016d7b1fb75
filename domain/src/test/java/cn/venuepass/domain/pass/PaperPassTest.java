package cn.venuepass.domain.pass;

import static java.time.Duration.ZERO;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PaperPassTest {
  private static final Instant ISSUED = Instant.parse("2026-03-02T01:00:00Z");
  private static final Instant REVOKED = ISSUED.plusSeconds(3600);
  private static final PaperPass PASS =
      PaperPass.issued(
          new PaperPassId(new UUID(1, 1)),
          new PersonId(new UUID(2, 2)),
          new AccountId(new UUID(3, 3)),
          ISSUED);

  @Test
  void anIssuedPassShouldBeGoodForEver() {
    assertThat(PASS.revokedAt()).isEmpty();
    assertThat(PASS.isGoodAt(ISSUED, ZERO)).isTrue();
    assertThat(PASS.isGoodAt(ISSUED.plus(Duration.ofDays(9_000)), ZERO)).isTrue();
  }

  @Test
  void aRevokedPassShouldBeGoodUntilJustBefore() {
    var revoked =
        new PaperPass(
            PASS.id(), PASS.person(), PASS.issuedBy(), PASS.issuedAt(), Optional.of(REVOKED));
    assertThat(revoked.isGoodAt(REVOKED.minusNanos(1), ZERO)).isTrue();
    assertThat(revoked.isGoodAt(REVOKED, ZERO)).isFalse();
    assertThat(revoked.isGoodAt(REVOKED.plusNanos(1), ZERO)).isFalse();
  }

  @Test
  void aPassShouldNotBeGoodBeforeItWasIssued() {
    assertThat(PASS.isGoodAt(ISSUED.minusMillis(1), ZERO)).isFalse();
  }

  @Test
  void anotherClockShouldMakeBothEndsSoft() {
    Duration tolerance = Duration.ofMinutes(5);
    var revoked =
        new PaperPass(
            PASS.id(), PASS.person(), PASS.issuedBy(), PASS.issuedAt(), Optional.of(REVOKED));
    assertThat(revoked.isGoodAt(ISSUED.minus(tolerance), tolerance)).isTrue();
    assertThat(revoked.isGoodAt(ISSUED.minus(tolerance).minusMillis(1), tolerance)).isFalse();
    assertThat(revoked.isGoodAt(REVOKED.plus(tolerance).minusMillis(1), tolerance)).isTrue();
    assertThat(revoked.isGoodAt(REVOKED.plus(tolerance), tolerance)).isFalse();
  }
}
