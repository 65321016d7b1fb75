package cn.venuepass.testkit;

import cn.venuepass.domain.person.PhoneNumber;
import java.util.concurrent.atomic.AtomicInteger;

/** Mobile numbers of the form of mainland ones, for tests that need somebody's own. */
public final class SamplePhones {
  private static final AtomicInteger NEXT =
      new AtomicInteger((int) (System.nanoTime() % 90_000_000));

  private SamplePhones() {}

  /** One that was not given out before in this virtual machine. */
  public static PhoneNumber next() {
    return new PhoneNumber(
        "+86139%08d".formatted(Math.floorMod(NEXT.getAndIncrement(), 100_000_000)));
  }
}
