package cn.venuepass.domain.venue;

import static java.util.Objects.requireNonNull;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import java.time.Duration;
import java.time.Instant;

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
      throw new InvalidValue("maximumStay", Rule.OUT_OF_RANGE);
    }
    if (typicalStay.isNegative() || typicalStay.compareTo(maximumStay) > 0) {
      throw new InvalidValue("typicalStay", Rule.OUT_OF_RANGE);
    }
    if (reentryGap.isNegative() || reentryGap.compareTo(LONGEST) > 0) {
      throw new InvalidValue("reentryGap", Rule.OUT_OF_RANGE);
    }
  }

  /** Whether one visit may reach from an entry to that time. */
  public boolean mayLast(Instant entry, Instant at) {
    return within(maximumStay, entry, at);
  }

  /**
   * Whether somebody who scans for entry again is still inside by the same visit.
   *
   * @param tracksExits whether people scan out: then who did not, is inside for the maximum stay
   */
  public boolean continues(Instant entry, Instant lastSeen, Instant at, boolean tracksExits) {
    return within(reentryGap, lastSeen, at) || (tracksExits && mayLast(entry, at));
  }

  private static boolean within(Duration limit, Instant from, Instant to) {
    return Duration.between(from, to).compareTo(limit) <= 0;
  }
}
