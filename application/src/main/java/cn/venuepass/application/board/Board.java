package cn.venuepass.application.board;

import cn.venuepass.domain.visit.ScanOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the whole installation fares.
 *
 * @param minutes the last half hour, minute by minute; the last one is still under way
 * @param waiting scans that wait to be stored, on all nodes
 * @param batchSize scans in a transaction, in the last minute
 * @param commitTime how long a transaction took, in the last minute
 */
public record Board(
    Instant at,
    List<Minute> minutes,
    int waiting,
    Optional<Double> batchSize,
    Optional<Duration> commitTime,
    List<Node> nodes) {

  /** The minute that begins then, and how its scans came out; every outcome is named. */
  public record Minute(Instant begin, Map<ScanOutcome.Kind, Long> scans) {}

  /** A node, and whether it has not been seen for some time. */
  public record Node(NodeFigures figures, boolean gone) {}
}
