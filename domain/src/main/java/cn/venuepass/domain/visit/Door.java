package cn.venuepass.domain.visit;

import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.venue.VenueStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A venue's door at the moment of a scan: everything but the person that decides who passes. The
 * rules are the table "A scan" of the domain document.
 *
 * @param posterRevoked whether the poster that was scanned is revoked; false without a poster
 * @param full whether the venue has a capacity and that many others are inside
 */
public record Door(
    VenueStatus venue, boolean posterRevoked, StayRules stay, boolean tracksExits, boolean full) {

  /** Decides a scan for entry; {@code fresh} names the visit if one is opened. */
  public ScanDecision enter(PresenceState before, ScanTime time, VisitId fresh) {
    Optional<RefusalReason> refusal = refusal();
    if (refusal.isPresent()) {
      return ScanDecision.refused(refusal.get(), time.at(), before);
    }
    if (time.isLateFor(before)) {
      return new ScanDecision(new ScanOutcome.Entered(fresh), time.at(), before);
    }
    Instant at = time.notBefore(before);
    if (before instanceof PresenceState.Inside inside && continues(inside, at)) {
      return new ScanDecision(
          new ScanOutcome.AlreadyInside(inside.visit(), inside.since()),
          at,
          new PresenceState.Inside(inside.visit(), inside.since(), at));
    }
    if (full) {
      return ScanDecision.refused(RefusalReason.VENUE_FULL, at, before);
    }
    return new ScanDecision(
        new ScanOutcome.Entered(fresh), at, new PresenceState.Inside(fresh, at, at));
  }

  /** Decides a scan for exit; {@code fresh} names the visit if its entry is unknown. */
  public ScanDecision leave(PresenceState before, ScanTime time, VisitId fresh) {
    Optional<RefusalReason> refusal = refusal();
    if (refusal.isPresent()) {
      return ScanDecision.refused(refusal.get(), time.at(), before);
    }
    if (time.isLateFor(before)) {
      return new ScanDecision(new ScanOutcome.LeftWithoutEntry(fresh), time.at(), before);
    }
    Instant at = time.notBefore(before);
    ScanOutcome outcome =
        before instanceof PresenceState.Inside inside
                && within(stay.maximumStay(), inside.since(), at)
            ? new ScanOutcome.Left(inside.visit(), inside.since())
            : new ScanOutcome.LeftWithoutEntry(fresh);
    return new ScanDecision(outcome, at, new PresenceState.Outside(Optional.of(at)));
  }

  private Optional<RefusalReason> refusal() {
    if (venue == VenueStatus.REMOVED) {
      return Optional.of(RefusalReason.VENUE_CLOSED);
    }
    if (venue != VenueStatus.APPROVED) {
      return Optional.of(RefusalReason.VENUE_NOT_APPROVED);
    }
    return posterRevoked ? Optional.of(RefusalReason.POSTER_REVOKED) : Optional.empty();
  }

  private boolean continues(PresenceState.Inside inside, Instant at) {
    return within(stay.reentryGap(), inside.lastSeen(), at)
        || (tracksExits && within(stay.maximumStay(), inside.since(), at));
  }

  private static boolean within(Duration limit, Instant from, Instant to) {
    return Duration.between(from, to).compareTo(limit) <= 0;
  }
}
