package cn.venuepass.persistence.visit;

import cn.venuepass.application.visit.VisitLedger;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.visit.Companion;
import cn.venuepass.domain.visit.Door;
import cn.venuepass.domain.visit.EarlierVisits;
import cn.venuepass.domain.visit.PresenceState;
import cn.venuepass.domain.visit.Scan;
import cn.venuepass.domain.visit.ScanDecision;
import cn.venuepass.domain.visit.ScanMethod;
import cn.venuepass.domain.visit.ScanOutcome;
import cn.venuepass.domain.visit.ScanRecord;
import cn.venuepass.domain.visit.ScanTime;
import cn.venuepass.domain.visit.VisitId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One of the people who pass a door by a scan: what is known, and what the passage writes. */
final class Passer {
  private final DoorRow door;
  private final Scan scan;
  private final PersonAtVenue key;
  private final Evidence evidence;
  private final Optional<PresenceRow> presence;
  private final PresenceState before;
  private final Optional<StoredAnswer> earlier;

  private Passer(
      Known known,
      DoorRow door,
      Scan scan,
      UUID person,
      ScanMethod method,
      Optional<AccountId> by) {
    this.door = door;
    this.scan = scan;
    this.key = new PersonAtVenue(door.venueId(), person);
    this.evidence =
        new Evidence(
            method.name(),
            scan.timeSource().name(),
            door.poster(),
            by.map(AccountId::value).orElse(null));
    this.presence = known.presence(key);
    this.before = known.state(door, person, scan.at());
    this.earlier = known.answer(key, scan);
  }

  /** Whoever the scan is of. */
  static Passer leading(Known known, DoorRow door, Scan scan) {
    return new Passer(known, door, scan, scan.person().value(), scan.method(), scan.registeredBy());
  }

  static Passer along(Known known, DoorRow door, Scan scan, Companion companion) {
    return new Passer(
        known,
        door,
        scan,
        companion.person().value(),
        ScanMethod.COMPANION,
        Optional.of(companion.guardian()));
  }

  PersonAtVenue key() {
    return key;
  }

  /** The answer that this person got to the same scan before. */
  Optional<StoredAnswer> earlierAnswer() {
    return earlier;
  }

  boolean isInsideBy(VisitId visit) {
    return before instanceof PresenceState.Inside inside
        && inside.visit().equals(visit)
        && door.stay().mayLast(inside.since(), scan.at());
  }

  /** Decides, and says what that writes. */
  ScanDecision pass(Door now, EarlierVisits visits, VisitId fresh, Writes writes) {
    ScanDecision decision =
        now.pass(
            door.direction(), before, new ScanTime(scan.at(), scan.timeSource()), visits, fresh);
    boolean changing = !decision.after().equals(before);
    writeVisit(decision, fresh, changing, writes.visits());
    StoredAnswer answer = StoredAnswer.of(record(decision));
    if (changing) {
      writePresence(decision, answer, writes);
    } else {
      writes.receipt(new ReceiptRow(key, answer, evidence));
    }
    return decision;
  }

  ScanRecord record(ScanDecision decision) {
    return new ScanRecord(
        scan.id(), door.venue(), door.direction(), decision.at(), decision.outcome(), List.of());
  }

  private void writeVisit(
      ScanDecision decision, VisitId fresh, boolean changing, VisitWrites visits) {
    ScanOutcome outcome = decision.outcome();
    Instant at = decision.at();
    if (outcome instanceof ScanOutcome.Left left) {
      Optional<Instant> seen = changing ? lastSighting() : Optional.empty();
      visits.close(key, left.visit(), left.since(), at, evidence, seen);
    } else if (outcome instanceof ScanOutcome.Entered entered) {
      keepLastSighting(changing, visits);
      if (entered.visit().equals(fresh)) {
        visits.open(key, fresh, at, evidence, decision.overCapacity());
      } else {
        visits.addEntry(key, entered.visit(), at, evidence);
      }
    } else if (outcome instanceof ScanOutcome.LeftWithoutEntry) {
      keepLastSighting(changing, visits);
      visits.addExitOnly(key, fresh, at.minus(door.stay().maximumStay()), at, evidence);
    } else if (outcome instanceof ScanOutcome.AlreadyInside inside && !changing) {
      visits.see(key, inside.visit(), inside.since(), at);
    }
  }

  /** An open visit that a new one takes over from keeps its last sighting. */
  private void keepLastSighting(boolean changing, VisitWrites visits) {
    if (changing && stored() instanceof PresenceState.Inside inside) {
      lastSighting().ifPresent(seen -> visits.see(key, inside.visit(), inside.since(), seen));
    }
  }

  private Optional<Instant> lastSighting() {
    return stored() instanceof PresenceState.Inside inside
            && inside.lastSeen().isAfter(inside.since())
        ? Optional.of(inside.lastSeen())
        : Optional.empty();
  }

  /** Where the person stands by this venue's doors alone. */
  private PresenceState stored() {
    return presence.map(PresenceRow::state).orElse(PresenceState.Outside.NEVER_SEEN);
  }

  private void writePresence(ScanDecision decision, StoredAnswer answer, Writes writes) {
    boolean inside = decision.after() instanceof PresenceState.Inside;
    if (presence.isEmpty()) {
      writes.presence().add(key, inside, answer);
      return;
    }
    StoredAnswer given = presence.get().answer();
    writes.presence().change(key, inside, answer, given.scanId());
    // An answer that presence gives up is kept while a replay may still ask for it.
    if (given.at().isAfter(decision.at().minus(VisitLedger.REPLAY_MEMORY))) {
      writes.receiptOfBefore(new ReceiptRow(key, given, Evidence.NONE));
    }
  }
}
