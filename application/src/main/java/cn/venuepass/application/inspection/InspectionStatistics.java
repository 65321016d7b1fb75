package cn.venuepass.application.inspection;

import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.VenueTypeCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Inspections of a time, in total, by the divisions directly below, and by venue type.
 *
 * @param division absent for an industry department that asks for the whole tree
 * @param children each division directly below, also those without inspections; with what lies in
 *     the division itself they add up to the total
 */
public record InspectionStatistics(
    Optional<DivisionCode> division,
    Instant from,
    Instant to,
    InspectionFigures total,
    List<Child> children,
    Map<VenueTypeCode, InspectionFigures> byType) {

  /** The figures of a division directly below. */
  public record Child(Division division, InspectionFigures figures) {}
}
