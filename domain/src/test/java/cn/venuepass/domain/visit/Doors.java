package cn.venuepass.domain.visit;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;

import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.venue.VenueStatus;
import cn.venuepass.domain.visit.PresenceState.Inside;
import cn.venuepass.domain.visit.PresenceState.Outside;
import cn.venuepass.domain.visit.Scan.TimeSource;
import java.time.Duration;
import java.time.Instant;
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

  private Doors() {}

  static Door open() {
    return new Door(VenueStatus.APPROVED, false, STAY, false, false);
  }

  static Door trackingExits() {
    return new Door(VenueStatus.APPROVED, false, STAY, true, false);
  }

  static Door full() {
    return new Door(VenueStatus.APPROVED, false, STAY, false, true);
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
