package cn.venuepass.application.coverage;

import cn.venuepass.domain.coverage.CoverageRow;
import cn.venuepass.domain.coverage.Funnel;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** How far places had come at the end of each day, China time. */
public interface CoverageHistory {

  /** Keeps the numbers of a day, and forgets what was kept of it before. */
  void keep(LocalDate day, List<CoverageRow> rows);

  /** The days from one to another, both included, that anything was kept of, in order. */
  List<Day> list(Extent extent, LocalDate from, LocalDate to);

  /** The last day from one to another, both included, that anything was kept of. */
  Optional<LocalDate> lastDay(LocalDate from, LocalDate to);

  /** The numbers that were kept of a day, in no order. */
  List<CoverageRow> rows(Extent extent, LocalDate day);

  /** All numbers of one day added up. */
  record Day(LocalDate day, Funnel funnel) {}
}
