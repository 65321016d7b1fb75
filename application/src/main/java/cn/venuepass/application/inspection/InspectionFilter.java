package cn.venuepass.application.inspection;

import cn.venuepass.domain.inspection.ChecklistItem;
import cn.venuepass.domain.inspection.Measure;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueTypeCode;
import java.time.Instant;
import java.util.Optional;

/**
 * Which inspections of a jurisdiction are asked for; whatever is absent does not matter.
 *
 * @param division the division with everything below it
 * @param made how they were made
 */
public record InspectionFilter(
    Optional<DivisionCode> division,
    Optional<VenueTypeCode> type,
    Optional<Progress> progress,
    Optional<VenueId> venue,
    Made made) {

  /** Where inspections stand, as it is asked for. */
  public enum Progress {
    OPEN,
    DONE,
    VERIFIED,
    REOPENED,
    CLOSED,
    /** Open or reopened, and past the deadline. */
    OVERDUE,
    /** Something was to be put right, and no supervisor has seen yet that it is. */
    UNSETTLED,
    /** Verified, and done by the deadline. */
    VERIFIED_IN_TIME,
    /** Verified, and done later. */
    VERIFIED_LATE
  }

  /**
   * How inspections were made.
   *
   * @param from with {@code to} a half-open interval
   * @param notOk an item of the checklist that was not as it must be
   */
  public record Made(
      Optional<Instant> from,
      Optional<Instant> to,
      Optional<Measure> measure,
      Optional<ChecklistItem> notOk) {
    public static final Made ANYHOW =
        new Made(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Inspections however they were made. */
  public InspectionFilter(
      Optional<DivisionCode> division,
      Optional<VenueTypeCode> type,
      Optional<Progress> progress,
      Optional<VenueId> venue) {
    this(division, type, progress, venue, Made.ANYHOW);
  }

  public static InspectionFilter none() {
    return new InspectionFilter(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  public boolean isOverdue() {
    return progress.equals(Optional.of(Progress.OVERDUE));
  }
}
