package cn.venuepass.domain.visit;

import java.time.Instant;

/**
 * What a scan does to one person's presence.
 *
 * @param at the time that counts for the scan
 * @param after the presence from now on; the one before if the scan changes nothing
 */
public record ScanDecision(ScanOutcome outcome, Instant at, PresenceState after) {
  static ScanDecision refused(RefusalReason reason, Instant at, PresenceState before) {
    return new ScanDecision(new ScanOutcome.Refused(reason), at, before);
  }
}
