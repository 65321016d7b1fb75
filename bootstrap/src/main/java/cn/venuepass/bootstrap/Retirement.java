package cn.venuepass.bootstrap;

import cn.venuepass.bootstrap.Keys.Ring;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When an old key may go, as far as time tells. */
final class Retirement {
  /** Longer than any access token lives, and clocks differ. */
  private static final Duration TOKENS = Duration.ofMinutes(20);

  /** Longer than any transaction that began under the old key. */
  private static final Duration WRITES = Duration.ofSeconds(15);

  private Retirement() {}

  /**
   * Why an old key must stay; nothing if it may go.
   *
   * @param since when its successor came into use, if that is known
   */
  static Optional<String> reasonAgainst(
      Ring ring, Optional<Instant> since, Instant now, boolean postersReplaced) {
    if (ring == Ring.POSTER) {
      return postersReplaced
          ? Optional.empty()
          : Optional.of(
              "posters on doors and paper passes die with their key; once they are replaced, say"
                  + " --posters-were-replaced");
    }
    Duration rest = ring == Ring.TOKEN ? TOKENS : WRITES;
    return since
        .map(from -> from.plus(rest))
        .filter(now::isBefore)
        .map(end -> "something may rest on the old %s key until %s".formatted(ring, end));
  }
}
