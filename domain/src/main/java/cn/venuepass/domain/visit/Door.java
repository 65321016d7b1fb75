package cn.venuepass.domain.visit;

import cn.venuepass.domain.venue.Capacity;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.venue.VenueState;
import java.time.Instant;
import java.util.Optional;

/**
 * A venue's door at the moment of a scan: everything but the person that decides who passes. The
 * rules are the table "A scan" of the domain document; those for scans that come late, {@link
 * LateEvidence}.
 *
 * @param posterRevokedAt from when on the poster that was scanned is revoked; empty without a
 *     poster
 */
public record Door(
    VenueState venue,
    Optional<Instant> posterRevokedAt,
    StayRules stay,
    boolean tracksExits,
    Room room,
    Controls controls) {

  /** Whether there is room inside. */
  public enum Room {
    ENOUGH,
    /** The venue has a capacity, and with those who come now there would be more inside. */
    FULL,
    /** There would be more inside, and a manager lets them in all the same. */
    OVERRIDDEN;

    /**
     * What a capacity means.
     *
     * @param inside how many would be inside, those who come now among them
     */
    public static Room of(int inside, Capacity capacity, boolean overridden) {
      if (inside <= capacity.people()) {
        return ENOUGH;
      }
      return overridden ? OVERRIDDEN : FULL;
    }
  }

  /**
   * Decides a scan.
   *
   * @param before where the person stands as far as is known
   * @param earlier the person's visits here, asked for only if the scan comes late
   * @param fresh names the visit if one is opened
   */
  public ScanDecision pass(
      Direction direction,
      PresenceState before,
      ScanTime time,
      EarlierVisits earlier,
      VisitId fresh) {
    Optional<RefusalReason> refusal = refusal(time);
    if (refusal.isPresent()) {
      return ScanDecision.refused(refusal.get(), time.at(), before);
    }
    if (time.isLateFor(before)) {
      var evidence = new LateEvidence(earlier.around(time.at()), stay, tracksExits);
      return ScanDecision.unchanging(
          evidence.outcome(direction, time.at(), fresh), time.at(), before);
    }
    Instant at = time.notBefore(before);
    return direction == Direction.IN
        ? enter(before, at, time.isLive(), fresh)
        : leave(before, at, fresh);
  }

  private ScanDecision enter(PresenceState before, Instant at, boolean live, VisitId fresh) {
    if (before instanceof PresenceState.Inside inside
        && stay.continues(inside.since(), inside.lastSeen(), at, tracksExits)) {
      return new ScanDecision(
          new ScanOutcome.AlreadyInside(inside.visit(), inside.since()),
          at,
          new PresenceState.Inside(inside.visit(), inside.since(), at),
          false);
    }
    if (room == Room.FULL && live) {
      return ScanDecision.refused(RefusalReason.VENUE_FULL, at, before);
    }
    return new ScanDecision(
        new ScanOutcome.Entered(fresh),
        at,
        new PresenceState.Inside(fresh, at, at),
        room != Room.ENOUGH);
  }

  private ScanDecision leave(PresenceState before, Instant at, VisitId fresh) {
    ScanOutcome outcome =
        before instanceof PresenceState.Inside inside && stay.mayLast(inside.since(), at)
            ? new ScanOutcome.Left(inside.visit(), inside.since())
            : new ScanOutcome.LeftWithoutEntry(fresh);
    return new ScanDecision(outcome, at, new PresenceState.Outside(Optional.of(at)), false);
  }

  private Optional<RefusalReason> refusal(ScanTime time) {
    if (venue instanceof VenueState.Removed removed) {
      if (time.follows(removed.at())) {
        return Optional.of(RefusalReason.VENUE_CLOSED);
      }
      if (!removed.wasApproved()) {
        return Optional.of(RefusalReason.VENUE_NOT_APPROVED);
      }
    } else if (!(venue instanceof VenueState.Approved)) {
      return Optional.of(RefusalReason.VENUE_NOT_APPROVED);
    }
    return controls
        .closing(time)
        .or(
            () ->
                posterRevokedAt
                    .filter(time::followsPlanned)
                    .map(revoked -> RefusalReason.POSTER_REVOKED))
        .or(() -> controls.keepingOut(time));
  }
}
