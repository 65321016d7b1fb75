package cn.venuepass.domain.coverage;

import cn.venuepass.domain.venue.VenueStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * How far a surveyed place has come (notice, parts one and three). Whatever has reached a stage has
 * reached those before it.
 */
public enum Stage {
  /** Nobody applied for its codes, or the venue that was applied for is removed. */
  UNAPPLIED,
  /** The application waits for its review, or was rejected. */
  APPLIED,
  APPROVED,
  /** A code hangs there: a poster was downloaded or seen, or people used it. */
  POSTED,
  /** Somebody was registered there of late. */
  SCANNED;

  /** How long ago a passage was of late. */
  public static final Duration OF_LATE = Duration.ofDays(7);

  /** How long ago a passage still proves that a code hangs there. */
  public static final Duration PROOF = Duration.ofDays(28);

  /**
   * The stage of a place.
   *
   * @param venue the state of the venue that is linked to it
   * @param hangs whether a poster of the venue that is not revoked was downloaded or seen
   * @param lastPassage when somebody last came in there
   */
  public static Stage of(
      Optional<VenueStatus> venue, boolean hangs, Optional<Instant> lastPassage, Instant now) {
    return venue
        .map(
            status ->
                switch (status) {
                  case REMOVED -> UNAPPLIED;
                  case PENDING, REJECTED -> APPLIED;
                  case APPROVED -> inUse(hangs, lastPassage, now);
                })
        .orElse(UNAPPLIED);
  }

  private static Stage inUse(boolean hangs, Optional<Instant> lastPassage, Instant now) {
    if (isWithin(OF_LATE, lastPassage, now)) {
      return SCANNED;
    }
    return hangs || isWithin(PROOF, lastPassage, now) ? POSTED : APPROVED;
  }

  private static boolean isWithin(Duration span, Optional<Instant> passage, Instant now) {
    return passage.filter(at -> !at.isBefore(now.minus(span))).isPresent();
  }

  /** Those at which a place has come at least that far. */
  public static Set<Stage> from(Stage least) {
    return Set.copyOf(EnumSet.range(least, SCANNED));
  }

  public boolean hasReached(Stage other) {
    return compareTo(other) >= 0;
  }

  /** What a place at this stage still lacks. */
  public Optional<Gap> gap() {
    return switch (this) {
      case UNAPPLIED -> Optional.of(Gap.NOT_APPLIED);
      case APPLIED -> Optional.of(Gap.NOT_APPROVED);
      case APPROVED -> Optional.of(Gap.NOT_POSTED);
      case POSTED -> Optional.of(Gap.NOT_SCANNED);
      case SCANNED -> Optional.empty();
    };
  }
}
