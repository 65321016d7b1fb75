package cn.venuepass.rest.operation;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** How many lines of one kind may be written in a second. */
final class Allowance {
  static final int A_SECOND = 20;
  static final long NONE = -1;

  private final LongSupplier nanoTime;
  private long begin;
  private int written;
  private long silent;

  /** An allowance by that clock of nanoseconds. */
  Allowance(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.begin = nanoTime.getAsLong();
  }

  /** How many were not written since the last one that was; {@link #NONE} for one of these. */
  synchronized long take() {
    long now = nanoTime.getAsLong();
    if (now - begin >= TimeUnit.SECONDS.toNanos(1)) {
      begin = now;
      written = 0;
    }
    if (written >= A_SECOND) {
      silent++;
      return NONE;
    }
    written++;
    long before = silent;
    silent = 0;
    return before;
  }
}
