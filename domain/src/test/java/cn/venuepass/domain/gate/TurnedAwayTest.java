package cn.venuepass.domain.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.gate.TurnedAway.Words;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.venue.VenueId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class TurnedAwayTest {

  @Test
  void theReasonShouldHaveUpTo100Characters() {
    assertThat(words(" " + "因".repeat(100) + "\t").reason()).isEqualTo("因".repeat(100));
    assertInvalid("reason", Rule.TOO_LONG, () -> words("因".repeat(101)));
    assertInvalid("reason", Rule.REQUIRED, () -> words(" "));
    assertInvalid("reason", Rule.CHARACTERS, () -> words("拒绝\n登记"));
  }

  @Test
  void theNoteShouldHaveUpTo500Characters() {
    assertThat(words("拒绝登记", " " + "注".repeat(500) + " ").note()).contains("注".repeat(500));
    assertInvalid("note", Rule.TOO_LONG, () -> words("拒绝登记", "注".repeat(501)));
    assertInvalid("note", Rule.REQUIRED, () -> words("拒绝登记", " "));
    assertInvalid("note", Rule.CHARACTERS, () -> words("拒绝登记", "注\u202E"));
    assertThat(words("拒绝登记").note()).isEmpty();
  }

  @Test
  void theWordsShouldNotPrintSinceTheyMayNameSomebody() {
    var turnedAway =
        new TurnedAway(
            new TurnedAwayId(new UUID(1, 1)),
            new VenueId(new UUID(2, 2)),
            words("样本原因", "样本备注"),
            new AccountId(new UUID(3, 3)),
            Instant.EPOCH);
    assertThat(turnedAway.words()).hasToString("Words[***]");
    assertThat(turnedAway.toString()).doesNotContain("样本");
  }

  private static Words words(String reason) {
    return new Words(reason, Optional.empty());
  }

  private static Words words(String reason, String note) {
    return new Words(reason, Optional.of(note));
  }

  private static void assertInvalid(String field, Rule rule, ThrowingCallable value) {
    assertThatThrownBy(value)
        .isInstanceOfSatisfying(
            InvalidValue.class,
            e -> {
              assertThat(e.field()).isEqualTo(field);
              assertThat(e.rule()).isEqualTo(rule);
            });
  }
}
