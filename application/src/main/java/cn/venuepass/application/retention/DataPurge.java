package cn.venuepass.application.retention;

import java.time.Instant;
import java.util.List;

/**
 * Deletes what is over. It never deletes what is not, nor what an open case holds; it fails no scan
 * that is under way; and when it is cut off, the next run does the rest.
 */
public interface DataPurge {

  /**
   * Deletes everything that is over at that time. People to whom nothing refers any more go with
   * the first run that is a day later than the one that noticed it.
   */
  List<RetentionReport.Line> purge(RetentionLimits limits, Instant now);

  /** What {@link #purge} would delete; changes nothing. */
  List<RetentionReport.Line> preview(RetentionLimits limits, Instant now);
}
