package cn.venuepass.domain.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How often a sign-in was tried for one name since one last succeeded. The first five tries are
 * free; then each must wait, one minute and twice as long each time up to fifteen, so that guessing
 * is hopeless and nobody can lock a colleague out for long. What is a day old is forgotten.
 *
 * @param tries how many there were, of which none is known to have succeeded
 * @param latest when the latest was made
 */
public record SignInAttempts(int tries, Instant latest) {
  private static final int FREE = 5;
  private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
  private static final Duration MEMORY = Duration.ofDays(1);

  /** How long the next try must wait, if it must. */
  public Optional<Duration> wait(Instant now) {
    Duration left = Duration.between(now, latest.plus(pause()));
    return left.isZero() || left.isNegative() ? Optional.empty() : Optional.of(left);
  }

  /** With one try more. */
  public SignInAttempts tried(Instant now) {
    return isForgotten(now)
        ? new SignInAttempts(1, now)
        : new SignInAttempts(Math.min(tries, Integer.MAX_VALUE - 1) + 1, now);
  }

  private boolean isForgotten(Instant now) {
    return !now.isBefore(latest.plus(MEMORY));
  }

  private Duration pause() {
    if (tries < FREE) {
      return Duration.ZERO;
    }
    Duration doubled = FIRST_WAIT.multipliedBy(1L << Math.min(tries - FREE, 10));
    return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
  }
}
