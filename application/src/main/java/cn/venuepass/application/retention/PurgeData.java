package cn.venuepass.application.retention;

import java.time.LocalTime;
import java.util.Optional;

/** Deletes what is over, and writes down what that was. */
public interface PurgeData {

  /** Runs now; nothing when another node is at it. */
  Optional<RetentionReport> purge(RetentionLimits limits);

  /**
   * Runs unless there was a complete run since that time of day in China, today's or yesterday's.
   */
  Optional<RetentionReport> purgeDaily(RetentionLimits limits, LocalTime quiet);

  /** What a run would delete now; deletes and stores nothing. */
  RetentionReport preview(RetentionLimits limits);
}
