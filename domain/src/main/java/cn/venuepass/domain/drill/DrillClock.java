package cn.venuepass.domain.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The clock of a drill.
 *
 * @param listedAt when the first list of contacts was there
 * @param firstReachedAt when the first contact was reached
 * @param allReachedAt when all were; if there are none, when that was known
 * @param endedAt when the drill was over
 * @param contacts how many contacts there were
 * @param reached how many of them were reached
 */
public record DrillClock(
    Instant openedAt,
    Optional<Instant> listedAt,
    Optional<Instant> firstReachedAt,
    Optional<Instant> allReachedAt,
    Optional<Instant> endedAt,
    int contacts,
    int reached) {

  /** The stretches between what the clock tells. */
  public enum Leg {
    /** From the opening to the list of contacts. */
    LIST,
    /** From the list to the first contact that was reached. */
    FIRST_CONTACT,
    /** From there until all were reached. */
    ALL_CONTACTS,
    /** From the opening until all were reached. */
    WHOLE
  }

  /** How long it was, in whole minutes; absent if it did not come so far. */
  public Optional<Long> minutes(Leg leg) {
    return switch (leg) {
      case LIST -> between(Optional.of(openedAt), listedAt);
      case FIRST_CONTACT -> between(listedAt, firstReachedAt);
      case ALL_CONTACTS -> between(firstReachedAt, allReachedAt);
      case WHOLE -> between(Optional.of(openedAt), allReachedAt);
    };
  }

  public DrillClock stopped(Instant at) {
    return new DrillClock(
        openedAt, listedAt, firstReachedAt, allReachedAt, Optional.of(at), contacts, reached);
  }

  private static Optional<Long> between(Optional<Instant> from, Optional<Instant> to) {
    return from.flatMap(
        begin -> to.map(end -> Math.max(0, Duration.between(begin, end).toMinutes())));
  }
}
