package cn.venuepass.application.report;

import cn.venuepass.application.coverage.BlindSpotRepository.Listed;
import cn.venuepass.application.inspection.InspectionStatistics;
import cn.venuepass.application.posterlife.SilentPoster;
import cn.venuepass.domain.coverage.Funnel;
import cn.venuepass.domain.coverage.GapCounts;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.VenueTypeCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a division's, or an industry department's, week looked like.
 *
 * @param division absent where the tree has no one root
 * @param types what a department answers for; empty for a territory
 * @param madeAt when it was made: blind spots and silent posters are those of that moment
 * @param progress how far places had come at the end of the week, and of the one before
 * @param children the same for each division directly below
 * @param departments the same for each industry department that has places there
 * @param overdue the blind spots that are due longest
 * @param inspections those of the week
 * @param silentPosters the first of those that nobody scans
 */
public record WeeklyReport(
    Optional<Division> division,
    Set<VenueTypeCode> types,
    Week week,
    Instant madeAt,
    Progress progress,
    List<OfDivision> children,
    List<OfDepartment> departments,
    GapCounts blindSpots,
    List<Listed> overdue,
    InspectionStatistics inspections,
    List<SilentPoster> silentPosters) {

  /** How far places had come; absent for a week of which nothing was kept. */
  public record Progress(Optional<Funnel> now, Optional<Funnel> before) {}

  public record OfDivision(Division division, Progress progress) {}

  public record OfDepartment(String department, Progress progress) {}
}
