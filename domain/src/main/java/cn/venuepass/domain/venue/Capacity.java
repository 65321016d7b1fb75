package cn.venuepass.domain.venue;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;

/** How many people may be inside at once, 1 to 1,000,000. */
public record Capacity(int people) {
  private static final int MAXIMUM = 1_000_000;

  public Capacity {
    if (people < 1 || people > MAXIMUM) {
      throw new InvalidValue("capacity", Rule.OUT_OF_RANGE);
    }
  }
}
