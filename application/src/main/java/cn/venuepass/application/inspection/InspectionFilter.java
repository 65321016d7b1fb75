package cn.venuepass.application.inspection;

import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueTypeCode;
import java.util.Optional;

/**
 * Which inspections of a jurisdiction are asked for; whatever is absent does not matter.
 *
 * @param division the division with everything below it
 */
public record InspectionFilter(
    Optional<DivisionCode> division,
    Optional<VenueTypeCode> type,
    Optional<Progress> progress,
    Optional<VenueId> venue) {

  /** Where inspections stand, as it is asked for. */
  public enum Progress {
    OPEN,
    DONE,
    VERIFIED,
    REOPENED,
    CLOSED,
    /** Open or reopened, and past the deadline. */
    OVERDUE
  }

  public static InspectionFilter none() {
    return new InspectionFilter(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  public boolean isOverdue() {
    return progress.equals(Optional.of(Progress.OVERDUE));
  }
}
