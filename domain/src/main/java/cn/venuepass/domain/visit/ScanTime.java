package cn.venuepass.domain.visit;

import cn.venuepass.domain.control.ControlTerm;
import cn.venuepass.domain.visit.Scan.TimeSource;
import java.time.Duration;
import java.time.Instant;

/** When a scan happened, and how far that can be trusted to be in order. */
public record ScanTime(Instant at, TimeSource source) {
  /** As far as a device's clock may be ahead. */
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

  /** Whether it happens now, so that who is refused does not pass. */
  boolean isLive() {
    return source == TimeSource.SERVER;
  }

  /**
   * Whether a change, such as a removed venue, holds for the scan: for a live one at once, whatever
   * two nodes' clocks say; for a device's only from the time of the change.
   */
  boolean follows(Instant change) {
    return isLive() || !at.isBefore(change);
  }

  /**
   * Whether a change holds for the scan that may have been planned for a time ahead, such as a
   * poster that is being replaced: for a live one unless that is further ahead than nodes' clocks
   * differ.
   */
  boolean followsPlanned(Instant change) {
    return !(isLive() ? at.plus(CLOCKS_DIFFER) : at).isBefore(change);
  }

  /**
   * Whether a control order holds for the scan: for a live one as the order stands now, for a
   * device's if it held at that time, so that nothing of before or after it is lost.
   */
  boolean isUnder(ControlTerm term) {
    return isLive() ? term.holdsOn(at) : term.heldAt(at);
  }

  /** Whether a newer passage of the person is known: then the scan is evidence, no more. */
  boolean isLateFor(PresenceState state) {
    return source == TimeSource.DEVICE && state.lastPassage().filter(at::isBefore).isPresent();
  }

  /**
   * The time that counts. Scans of service nodes happen in the order in which the store takes them:
   * a clock that runs behind another node's does not put one before what was stored already.
   */
  Instant notBefore(PresenceState state) {
    return state.lastPassage().filter(at::isBefore).orElse(at);
  }
}
