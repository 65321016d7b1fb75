package cn.venuepass.domain.venue;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How long people stay at one kind of venue.
 *
 * @param typicalStay the best guess for a visit without an exit
 * @param maximumStay an open visit older than this is over, and nobody is inside by it
 * @param reentryGap a further entry scan so soon after the last sighting is the same visit
 */
public record StayRules(Duration typicalStay, Duration maximumStay, Duration reentryGap) {
  /** Nobody's stay is believed to be longer, whatever the kind of venue. */
  public static final Duration LONGEST = Duration.ofDays(7);

  public static final StayRules DEFAULT =
      new StayRules(Duration.ofHours(2), Duration.ofHours(24), Duration.ofHours(4));

  public StayRules {
    requireNonNull(typicalStay, "typicalStay");
    requireNonNull(maximumStay, "maximumStay");
    requireNonNull(reentryGap, "reentryGap");
    if (maximumStay.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("the maximum stay is at most " + LONGEST);
    }
    if (typicalStay.isNegative()
        || typicalStay.compareTo(maximumStay) > 0
        || reentryGap.isNegative()) {
      throw new IllegalArgumentException("the typical stay must lie between zero and the maximum");
    }
  }
}
