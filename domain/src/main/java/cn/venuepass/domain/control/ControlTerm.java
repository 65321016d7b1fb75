package cn.venuepass.domain.control;

import java.time.Instant;
import java.util.Optional;

/**
 * For how long an approved order holds.
 *
 * @param from when it was approved
 * @param until when it expires
 * @param liftedAt when it was lifted before
 */
public record ControlTerm(Instant from, Instant until, Optional<Instant> liftedAt) {

  /**
   * Whether it holds for whoever stands at a door now: from the moment at which it is stored until
   * the moment at which its lifting is, whatever two nodes' clocks say.
   */
  public boolean holdsOn(Instant now) {
    return liftedAt.isEmpty() && now.isBefore(until);
  }

  /** Whether it held at that time: from its approval on, to its end, which is not part of it. */
  public boolean heldAt(Instant at) {
    return !at.isBefore(from)
        && at.isBefore(until)
        && liftedAt.filter(lifted -> !at.isBefore(lifted)).isEmpty();
  }
}
