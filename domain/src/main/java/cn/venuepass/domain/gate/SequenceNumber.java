package cn.venuepass.domain.gate;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;

/**
 * A device numbers what it keeps 1, 2, 3 …, so that a gap shows what never arrived. One that begins
 * at 0 is taken too.
 */
public record SequenceNumber(long value) {
  /** What every JSON client can count exactly. */
  private static final long MAXIMUM = (1L << 53) - 1;

  public SequenceNumber {
    if (value < 0 || value > MAXIMUM) {
      throw new InvalidValue("sequence", Rule.OUT_OF_RANGE);
    }
  }
}
