package cn.venuepass.domain.visit;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;

import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.RejectionReason;
import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.venue.VenueState;
import cn.venuepass.domain.venue.VenueStatus;
import cn.venuepass.domain.visit.Door.Room;
import cn.venuepass.domain.visit.PresenceState.Inside;
import cn.venuepass.domain.visit.PresenceState.Outside;
import cn.venuepass.domain.visit.Scan.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Doors of one kind of venue, and somebody who passes them. */
final class Doors {
  static final Duration GAP = ofHours(4);
  static final Duration MAXIMUM = ofHours(24);
  static final Duration MOMENT = ofMillis(1);
  static final StayRules STAY = new StayRules(ofHours(2), MAXIMUM, GAP);

  /** When the person who is inside came in. */
  static final Instant ENTRY = Instant.parse("2026-03-02T01:00:00Z");

  static final VisitId OPEN = new VisitId(new UUID(1, 1));
  static final VisitId FRESH = new VisitId(new UUID(2, 2));

  private static final VenueState APPROVED = new VenueState.Approved(ENTRY.minus(ofDays(30)));
  private static final EarlierVisits NO_VISITS = at -> List.of();

  private Doors() {}

  static Door open() {
    return of(APPROVED, Optional.empty());
  }

  static Door trackingExits() {
    return new Door(APPROVED, Optional.empty(), STAY, true, Room.ENOUGH, Controls.NONE);
  }

  static Door full() {
    return with(Room.FULL);
  }

  static Door with(Room room) {
    return new Door(APPROVED, Optional.empty(), STAY, false, room, Controls.NONE);
  }

  static Door of(VenueState venue, Optional<Instant> posterRevokedAt) {
    return new Door(venue, posterRevokedAt, STAY, false, Room.ENOUGH, Controls.NONE);
  }

  static Door under(Controls controls) {
    return new Door(APPROVED, Optional.empty(), STAY, false, Room.ENOUGH, controls);
  }

  /** A venue in that state from then on. */
  static VenueState since(Instant at, VenueStatus status) {
    return switch (status) {
      case PENDING -> new VenueState.Pending();
      case APPROVED -> new VenueState.Approved(at);
      case REJECTED -> new VenueState.Rejected(at, new RejectionReason("地址不完整"));
      case REMOVED -> new VenueState.Removed(at, true);
    };
  }

  /** A scan of somebody of whom no visit is found. */
  static ScanDecision enter(Door door, PresenceState before, ScanTime time) {
    return door.pass(Direction.IN, before, time, NO_VISITS, FRESH);
  }

  /** A scan of somebody of whom no visit is found. */
  static ScanDecision leave(Door door, PresenceState before, ScanTime time) {
    return door.pass(Direction.OUT, before, time, NO_VISITS, FRESH);
  }

  /** A decision that lets nobody in over capacity. */
  static ScanDecision decided(ScanOutcome outcome, Instant at, PresenceState after) {
    return new ScanDecision(outcome, at, after, false);
  }

  static Inside inside() {
    return new Inside(OPEN, ENTRY, ENTRY);
  }

  static Inside insideLastSeen(Instant lastSeen) {
    return new Inside(OPEN, ENTRY, lastSeen);
  }

  static Outside outsideSince(Instant lastPassage) {
    return new Outside(Optional.of(lastPassage));
  }

  /** A scan with network. */
  static ScanTime live(Instant at) {
    return new ScanTime(at, TimeSource.SERVER);
  }

  /** A scan that a device without network kept. */
  static ScanTime offline(Instant at) {
    return new ScanTime(at, TimeSource.DEVICE);
  }
}
