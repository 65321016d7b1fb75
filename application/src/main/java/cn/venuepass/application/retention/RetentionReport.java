package cn.venuepass.application.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What one run deleted; it names no person.
 *
 * @param complete false if the run failed after it had deleted the lines
 */
public record RetentionReport(
    UUID id,
    Instant startedAt,
    Duration took,
    boolean complete,
    RetentionLimits limits,
    List<Line> lines) {

  /**
   * What went of one kind of data.
   *
   * @param oldest the oldest time of what was deleted, if anything was
   * @param partitions how many partitions were dropped as a whole
   * @param held how many rows are over, but needed by an open case
   */
  public record Line(
      String table,
      long deleted,
      Optional<Instant> oldest,
      Optional<Instant> newest,
      int partitions,
      long held) {}
}
