package cn.venuepass.application.report;

import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.venue.DivisionCode;
import java.util.Optional;

/** What is told of a territory week by week (notice, part three: 常态化督导). */
public interface ViewWeeklyReport {

  /** How many of the longest overdue blind spots and of the silent posters a report names. */
  int MOST_NAMED = 20;

  /**
   * The report of a division of the supervisor's jurisdiction; NOT_FOUND for others.
   *
   * @param division if absent, all that the supervisor answers for
   * @param week if absent, the last one that is over
   * @throws cn.venuepass.domain.InvalidValue for a week that has not begun
   */
  Result<WeeklyReport> view(
      Caller.Staff supervisor, Optional<DivisionCode> division, Optional<Week> week);

  /** A report as PDF. */
  byte[] print(TableDocument document);
}
