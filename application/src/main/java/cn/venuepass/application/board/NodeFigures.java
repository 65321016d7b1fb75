package cn.venuepass.application.board;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * How a node fared in the minute before it was seen last.
 *
 * @param id made when the node started: one that starts again is another
 * @param waiting scans that waited to be stored when it was seen
 * @param scans how many it answered
 * @param batches transactions that stored scans
 * @param batchedScans the scans in these
 * @param committing how long all of these took together
 */
public record NodeFigures(
    UUID id,
    String version,
    Instant startedAt,
    Instant seenAt,
    int waiting,
    long scans,
    long batches,
    long batchedScans,
    Duration committing) {

  /** How many scans were in a transaction; empty when there was none. */
  public Optional<Double> batchSize() {
    return batches == 0 ? Optional.empty() : Optional.of((double) batchedScans / batches);
  }

  /** How long a transaction took; empty when there was none. */
  public Optional<Duration> commitTime() {
    return batches == 0 ? Optional.empty() : Optional.of(committing.dividedBy(batches));
  }
}
