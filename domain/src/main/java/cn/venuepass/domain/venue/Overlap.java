package cn.venuepass.domain.venue;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import java.time.Duration;

/** How long a poster still works beside the one that replaces it, at most 30 days. */
public record Overlap(Duration length) {
  private static final Duration LONGEST = Duration.ofDays(30);

  /** Long enough to print the new one and hang it. */
  public static final Overlap DEFAULT = new Overlap(Duration.ofDays(7));

  public Overlap {
    if (length.isNegative() || length.compareTo(LONGEST) > 0) {
      throw new InvalidValue("overlap", Rule.OUT_OF_RANGE);
    }
  }
}
