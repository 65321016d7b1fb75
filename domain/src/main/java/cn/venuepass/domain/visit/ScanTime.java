package cn.venuepass.domain.visit;

import cn.venuepass.domain.visit.Scan.TimeSource;
import java.time.Instant;

/** When a scan happened, and how far that can be trusted to be in order. */
public record ScanTime(Instant at, TimeSource source) {

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
