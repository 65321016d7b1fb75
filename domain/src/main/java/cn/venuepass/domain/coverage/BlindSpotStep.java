package cn.venuepass.domain.coverage;

import java.time.Instant;

/**
 * What became of a task.
 *
 * @param next the task after it
 */
public record BlindSpotStep(BlindSpot next, What what, Instant at) {

  /** What happened. */
  public enum What {
    OPENED,
    ESCALATED,
    CLOSED_ITSELF,
    /** Closed by somebody, with a reason. */
    EXCUSED,
    /** The place came to another stage, so that the reason counts no more. */
    EXCUSE_ENDED
  }
}
