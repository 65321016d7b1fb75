package cn.venuepass.domain.visit;

import java.time.Instant;

/**
 * What a scan does to one person's presence.
 *
 * @param at the time that counts for the scan
 * @param after the presence from now on; the one before if the scan changes nothing
 * @param overCapacity whether the person came in although the venue was full: on a manager's word,
 *     or at a gate that could not know
 */
public record ScanDecision(
    ScanOutcome outcome, Instant at, PresenceState after, boolean overCapacity) {
  static ScanDecision refused(RefusalReason reason, Instant at, PresenceState before) {
    return unchanging(new ScanOutcome.Refused(reason), at, before);
  }

  static ScanDecision unchanging(ScanOutcome outcome, Instant at, PresenceState before) {
    return new ScanDecision(outcome, at, before, false);
  }
}
