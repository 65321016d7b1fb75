package cn.venuepass.domain.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How often a code may be sent to one phone number: once a minute, five times an hour, ten times a
 * day. With five attempts per code nobody guesses more than fifty times a day.
 */
public final class SignInCodeLimits {
  /** Requests that are older count no more. */
  public static final Duration LONGEST_PERIOD = Duration.ofDays(1);

  private static final List<Limit> LIMITS =
      List.of(
          new Limit(1, Duration.ofMinutes(1)),
          new Limit(5, Duration.ofHours(1)),
          new Limit(10, LONGEST_PERIOD));

  private SignInCodeLimits() {}

  /**
   * How long to wait before the next code, after those that were sent; nothing if it may be sent
   * now.
   */
  public static Optional<Duration> waitAfter(List<Instant> sent, Instant now) {
    List<Instant> newestFirst = sent.stream().sorted(Comparator.reverseOrder()).toList();
    return LIMITS.stream()
        .flatMap(limit -> limit.freeAgain(newestFirst))
        .filter(free -> free.isAfter(now))
        .max(Comparator.naturalOrder())
        .map(free -> Duration.between(now, free));
  }

  private record Limit(int count, Duration period) {
    /** When the oldest of the last so many is out of the period. */
    Stream<Instant> freeAgain(List<Instant> newestFirst) {
      return newestFirst.stream().skip(count - 1L).limit(1).map(at -> at.plus(period));
    }
  }
}
