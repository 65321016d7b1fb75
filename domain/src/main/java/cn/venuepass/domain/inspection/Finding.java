package cn.venuepass.domain.inspection;

import java.util.Optional;

/** How one item of the checklist was found. */
public record Finding(ChecklistItem item, Result result, Optional<InspectionNote> note) {

  /** What was found. */
  public enum Result {
    OK,
    NOT_OK,
    /** There is nothing of the kind in that venue. */
    NOT_APPLICABLE
  }
}
