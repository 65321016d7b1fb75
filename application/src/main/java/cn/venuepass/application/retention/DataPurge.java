package cn.venuepass.application.retention;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * Deletes what is over. It never deletes what is not, nor what an open case holds; it fails no scan
 * that is under way; and when it is cut off, the next run does the rest.
 */
public interface DataPurge {

  /**
   * Deletes everything that is over at that time, and tells what went of each kind of data as soon
   * as that is done. People to whom nothing refers any more go with the first run that is a day
   * later than the one that noticed it.
   */
  void purge(RetentionLimits limits, Instant now, Consumer<RetentionReport.Line> gone);

  /** What {@link #purge} would delete; changes nothing. */
  List<RetentionReport.Line> preview(RetentionLimits limits, Instant now);
}
