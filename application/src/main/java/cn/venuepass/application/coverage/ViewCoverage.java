package cn.venuepass.application.coverage;

import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.coverage.Coverage;
import cn.venuepass.domain.coverage.CoverageTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How far the places of a jurisdiction have come. A division that is unknown or out of reach is
 * denied with NOT_FOUND. Without a division a territory sees its own, a department all of them.
 */
public interface ViewCoverage {
  /** How many days of history are shown at once, at most. */
  int MOST_DAYS = 366;

  /** Now. */
  Result<Coverage> view(Jurisdiction jurisdiction, CoverageFilter filter);

  /** Now, each division directly below by venue type. */
  Result<CoverageTable> table(Jurisdiction jurisdiction, CoverageFilter filter);

  /**
   * At the end of the last day, of those from one to another, both included, that anything was kept
   * of.
   */
  Result<Kept> atEndOf(
      Jurisdiction jurisdiction, CoverageFilter filter, LocalDate from, LocalDate to);

  /**
   * Coverage as it was kept.
   *
   * @param day absent if nothing was kept; then all numbers are 0
   */
  record Kept(Optional<LocalDate> day, Coverage coverage) {}

  /**
   * At the end of the days from one to another, both included; today so far. A day on which the
   * service did not run is missing.
   */
  Result<List<CoverageHistory.Day>> history(
      Jurisdiction jurisdiction, CoverageFilter filter, LocalDate from, LocalDate to);
}
