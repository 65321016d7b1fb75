package cn.venuepass.testkit.memory;

import cn.venuepass.application.board.LedgerReading;
import cn.venuepass.application.board.LedgerReadings;

/** A ledger that measured what the test says. */
public final class SetReadings implements LedgerReadings {
  private volatile LedgerReading reading = LedgerReading.NONE;

  /** From now on it reads so. */
  public void set(LedgerReading now) {
    reading = now;
  }

  @Override
  public LedgerReading read() {
    return reading;
  }
}
