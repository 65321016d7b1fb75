package cn.venuepass.application.retention;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import java.time.Instant;

/** The reports of all runs, and whose turn it is to run. */
public interface RetentionReports {

  /**
   * Takes the turn until that time; of n nodes that try at once exactly one gets it.
   *
   * @return false while another has it
   */
  boolean takeTurn(Instant now, Instant until);

  /** Gives the turn back that was taken until that time, unless another has taken it since. */
  void giveTurnBack(Instant until);

  void add(RetentionReport report);

  /** The latest first. */
  Page<RetentionReport> list(PageRequest request);
}
