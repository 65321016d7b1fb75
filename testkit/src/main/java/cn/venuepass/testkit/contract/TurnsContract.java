package cn.venuepass.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** {@link cn.venuepass.application.Turns}. */
public interface TurnsContract extends StoreContract {

  @Test
  default void oneOfManyShouldGetTheTurn() {
    String work = aWork();
    Instant now = clock().instant();
    var taken =
        AtOnce.run(6, i -> stores().turns().take(work, now, now.plus(Duration.ofMinutes(5))));
    assertThat(taken).containsOnlyOnce(true);
    assertThat(stores().turns().take(aWork(), now, now.plus(Duration.ofMinutes(5)))).isTrue();
  }

  @Test
  default void aTurnShouldBeTakenFromWhoeverSeemsDead() {
    String work = aWork();
    Instant now = clock().instant();
    Instant until = now.plus(Duration.ofMinutes(5));
    assertThat(stores().turns().take(work, now, until)).isTrue();
    assertThat(stores().turns().take(work, until.minusMillis(1), until.plusSeconds(1))).isFalse();
    assertThat(stores().turns().take(work, until, until.plusSeconds(1))).isTrue();
    stores().turns().giveBack(work, until);
    assertThat(stores().turns().take(work, until, until.plusSeconds(2))).isFalse();
  }

  @Test
  default void inTurnShouldGiveTheTurnBackWhateverBecomesOfTheWork() {
    String work = aWork();
    Instant now = clock().instant();
    Instant until = now.plus(Duration.ofMinutes(5));
    assertThatThrownBy(
            () ->
                stores()
                    .turns()
                    .inTurn(
                        work,
                        now,
                        until,
                        () -> {
                          throw new IllegalStateException("broken");
                        }))
        .hasMessage("broken");
    assertThat(stores().turns().inTurn(work, now, until, () -> nested(work, now))).isTrue();
  }

  private void nested(String work, Instant now) {
    assertThat(stores().turns().take(work, now, now.plusSeconds(1))).isFalse();
  }

  private static String aWork() {
    return "work-" + UUID.randomUUID().toString().substring(0, 8);
  }
}
