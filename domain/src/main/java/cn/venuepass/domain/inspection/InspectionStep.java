package cn.venuepass.domain.inspection;

import java.time.Instant;
import java.util.Optional;

/**
 * A step in the life of an inspection.
 *
 * @param dueAt the deadline from then on, if it was set by this step
 */
public record InspectionStep(
    Kind kind, Instant at, Optional<InspectionNote> note, Optional<Instant> dueAt) {

  /** What happened. */
  public enum Kind {
    /** The supervisor was there. */
    INSPECTED(By.SUPERVISOR),
    /** The venue says that all is right now. */
    DONE(By.VENUE),
    /** The supervisor saw that it is. */
    VERIFIED(By.SUPERVISOR),
    /** The supervisor saw that it is not. */
    REOPENED(By.SUPERVISOR);

    private final By by;

    Kind(By by) {
      this.by = by;
    }

    public By by() {
      return by;
    }
  }

  /** Who takes a step: what they are, never who. */
  public enum By {
    SUPERVISOR,
    VENUE
  }
}
