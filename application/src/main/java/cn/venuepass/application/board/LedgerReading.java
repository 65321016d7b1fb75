package cn.venuepass.application.board;

import cn.venuepass.domain.visit.ScanOutcome;
import java.time.Duration;
import java.util.Map;

/**
 * What a node's ledger counted since the node started, and who waits there now.
 *
 * @param scans how many were answered, by outcome; what is not named was none
 * @param waiting scans that wait to be stored
 * @param batches transactions that stored scans
 * @param batchedScans the scans in these
 * @param committing how long all of these took together
 */
public record LedgerReading(
    Map<ScanOutcome.Kind, Long> scans,
    int waiting,
    long batches,
    long batchedScans,
    Duration committing) {

  /** Of a node that has just started. */
  public static final LedgerReading NONE = new LedgerReading(Map.of(), 0, 0, 0, Duration.ZERO);

  public LedgerReading {
    scans = Map.copyOf(scans);
  }

  long scans(ScanOutcome.Kind outcome) {
    return scans.getOrDefault(outcome, 0L);
  }

  long allScans() {
    return scans.values().stream().mapToLong(Long::longValue).sum();
  }
}
