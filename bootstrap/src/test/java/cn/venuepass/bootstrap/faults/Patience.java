package cn.venuepass.bootstrap.faults;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what must come, and not for ever. */
final class Patience {
  private static final Duration STEP = Duration.ofMillis(20);

  private Patience() {}

  /** Returns when it holds, with the time that it took. */
  static Duration until(Duration atMost, String what, BooleanSupplier holds) {
    long begin = System.nanoTime();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() - begin > atMost.toNanos()) {
        throw new AssertionError("not within " + atMost + ": " + what);
      }
      pause(STEP);
    }
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  static void pause(Duration time) {
    LockSupport.parkNanos(time.toNanos());
  }
}
