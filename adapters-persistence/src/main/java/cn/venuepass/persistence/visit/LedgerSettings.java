package cn.venuepass.persistence.visit;

import java.time.Duration;

/**
 * How the ledger works.
 *
 * @param writers how many transactions store scans at once
 * @param batch how many scans one of them stores at most; with 1 each scan has its own
 * @param queue how many scans may wait; who comes when it is full is turned away at once
 * @param patience how long a scan waits for a writer before it is turned away
 */
public record LedgerSettings(int writers, int batch, int queue, Duration patience) {
  /** For a node with a few cores. */
  public static final LedgerSettings DEFAULT =
      new LedgerSettings(2, 256, 1_024, Duration.ofSeconds(5));

  public LedgerSettings {
    if (Math.min(writers, Math.min(batch, queue)) < 1 || patience.isNegative()) {
      throw new IllegalArgumentException("writers, batch and queue are 1 or more");
    }
  }
}
