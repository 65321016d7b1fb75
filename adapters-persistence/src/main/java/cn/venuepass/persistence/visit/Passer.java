package cn.venuepass.persistence.visit;

import cn.venuepass.application.visit.VisitLedger;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.visit.Companion;
import cn.venuepass.domain.visit.Door;
import cn.venuepass.domain.visit.PresenceState;
import cn.venuepass.domain.visit.Scan;
import cn.venuepass.domain.visit.ScanDecision;
import cn.venuepass.domain.visit.ScanMethod;
import cn.venuepass.domain.visit.ScanOutcome;
import cn.venuepass.domain.visit.ScanRecord;
import cn.venuepass.domain.visit.ScanTime;
import cn.venuepass.domain.visit.Visit;
import cn.venuepass.domain.visit.VisitId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * One of the people who pass a door by a scan. From its making until the transaction ends the
 * presence row of that person at that venue is locked; where there is none yet, its key decides
 * between two who add it.
 */
final class Passer {
  private final Handle handle;
  private final DoorRow door;
  private final Scan scan;
  private final PersonId person;
  private final Evidence evidence;
  private final VisitWrites visits;
  private final Optional<PresenceRow> presence;
  private final Optional<StoredAnswer> earlier;

  private Passer(
      Handle handle,
      DoorRow door,
      Scan scan,
      PersonId person,
      ScanMethod method,
      Optional<AccountId> by) {
    this.handle = handle;
    this.door = door;
    this.scan = scan;
    this.person = person;
    this.evidence =
        new Evidence(
            method.name(),
            scan.timeSource().name(),
            door.poster(),
            by.map(AccountId::value).orElse(null));
    this.visits = new VisitWrites(handle, venue(), person, evidence);
    this.presence = PresenceRow.lock(handle, venue(), person);
    this.earlier = StoredAnswer.find(handle, door.id(), person, scan, presence);
  }

  /** Whoever the scan is of. */
  static Passer leading(Handle handle, DoorRow door, Scan scan) {
    return new Passer(handle, door, scan, scan.person(), scan.method(), scan.registeredBy());
  }

  static Passer along(Handle handle, DoorRow door, Scan scan, Companion companion) {
    return new Passer(
        handle,
        door,
        scan,
        companion.person(),
        ScanMethod.COMPANION,
        Optional.of(companion.guardian()));
  }

  PersonId person() {
    return person;
  }

  /** The answer that this person got to the same scan before. */
  Optional<StoredAnswer> earlierAnswer() {
    return earlier;
  }

  boolean isInsideBy(VisitId visit) {
    return state() instanceof PresenceState.Inside inside
        && inside.visit().equals(visit)
        && door.stay().mayLast(inside.since(), scan.at());
  }

  /** Decides and stores, unless there is an answer; {@link Overtaken} if another was first. */
  ScanRecord pass(Door now, VisitId fresh) {
    if (earlier.isPresent()) {
      return earlier.get().record(door.venue(), List.of());
    }
    PresenceState before = state();
    ScanDecision decision =
        now.pass(
            door.direction(),
            before,
            new ScanTime(scan.at(), scan.timeSource()),
            this::earlierVisits,
            fresh);
    boolean changing = !decision.after().equals(before);
    storeVisit(decision, fresh, changing);
    ScanRecord record = record(decision);
    StoredAnswer answer = StoredAnswer.of(record);
    if (changing) {
      storePresence(decision, answer);
    } else {
      Overtaken.unless(ReceiptRow.add(handle, door.id(), person, answer, evidence));
    }
    return record;
  }

  private ScanRecord record(ScanDecision decision) {
    return new ScanRecord(
        scan.id(), door.venue(), door.direction(), decision.at(), decision.outcome(), List.of());
  }

  private UUID venue() {
    return door.id().value();
  }

  /** Where the person stands at the time of the scan, given also the venue's parent. */
  private PresenceState state() {
    PresenceState own = stored();
    return door.parent() == null || own instanceof PresenceState.Outside
        ? own
        : own.afterExitFromParent(lastExitFrom(door.parent()), scan.at());
  }

  private PresenceState stored() {
    return presence.map(PresenceRow::state).orElse(PresenceState.Outside.NEVER_SEEN);
  }

  private Optional<Instant> lastExitFrom(UUID parent) {
    return PresenceRow.find(handle, parent, person).flatMap(PresenceRow::lastLeft);
  }

  private void storeVisit(ScanDecision decision, VisitId fresh, boolean changing) {
    ScanOutcome outcome = decision.outcome();
    if (outcome instanceof ScanOutcome.Left left) {
      Overtaken.unless(
          visits.close(
              left.visit(),
              left.since(),
              decision.at(),
              changing ? lastSighting().orElse(null) : null));
    } else if (outcome instanceof ScanOutcome.Entered entered) {
      keepLastSighting(changing);
      if (entered.visit().equals(fresh)) {
        visits.open(fresh, decision.at(), decision.overCapacity());
      } else {
        Overtaken.unless(visits.addEntry(entered.visit(), decision.at()));
      }
    } else if (outcome instanceof ScanOutcome.LeftWithoutEntry) {
      keepLastSighting(changing);
      visits.addExitOnly(fresh, decision.at(), door.stay().maximumStay());
    } else if (outcome instanceof ScanOutcome.AlreadyInside inside && !changing) {
      visits.see(inside.visit(), inside.since(), decision.at());
    }
  }

  /** An open visit that a new one takes over from keeps its last sighting. */
  private void keepLastSighting(boolean changing) {
    if (changing && stored() instanceof PresenceState.Inside inside) {
      lastSighting().ifPresent(seen -> visits.see(inside.visit(), inside.since(), seen));
    }
  }

  private Optional<Instant> lastSighting() {
    return stored() instanceof PresenceState.Inside inside
            && inside.lastSeen().isAfter(inside.since())
        ? Optional.of(inside.lastSeen())
        : Optional.empty();
  }

  private void storePresence(ScanDecision decision, StoredAnswer answer) {
    boolean inside = decision.after() instanceof PresenceState.Inside;
    if (presence.isPresent()) {
      keepReplayable(presence.get().answer(), decision.at());
      Overtaken.unless(updatePresence(inside, answer, presence.get().answer().scanId()));
    } else {
      Overtaken.unless(addPresence(inside, answer));
    }
  }

  /** An answer that presence gives up moves to the receipts while a replay may still ask for it. */
  private void keepReplayable(StoredAnswer answer, Instant now) {
    if (answer.at().isAfter(now.minus(VisitLedger.REPLAY_MEMORY))) {
      boolean unused = ReceiptRow.add(handle, door.id(), person, answer, Evidence.IN_THE_VISIT);
    }
  }

  private boolean addPresence(boolean inside, StoredAnswer answer) {
    return bound(
                """
                INSERT INTO presence (venue_id, person_id, inside, visit_id, since, last_seen,
                                      last_left, last_scan_id, last_outcome)
                VALUES (:venue, :person, :inside, :visit, :since, :at, :left, :scan, :outcome)
                ON CONFLICT DO NOTHING
                """,
                inside,
                answer)
            .execute()
        == 1;
  }

  private boolean updatePresence(boolean inside, StoredAnswer answer, String seenScan) {
    return bound(
                """
                UPDATE presence
                   SET inside = :inside, visit_id = :visit, since = :since, last_seen = :at,
                       last_left = COALESCE(:left, last_left), last_scan_id = :scan,
                       last_outcome = :outcome
                 WHERE venue_id = :venue AND person_id = :person AND last_scan_id = :seen
                """,
                inside,
                answer)
            .bind("seen", seenScan)
            .execute()
        == 1;
  }

  private Update bound(String statement, boolean inside, StoredAnswer answer) {
    return handle
        .createUpdate(statement)
        .bind("venue", venue())
        .bind("person", person.value())
        .bind("inside", inside)
        .bindByType("visit", answer.visit(), UUID.class)
        .bindByType("since", answer.presentSince(), Instant.class)
        .bind("at", answer.at())
        .bindByType("left", inside ? null : answer.at(), Instant.class)
        .bind("scan", answer.scanId())
        .bind("outcome", answer.outcome().name());
  }

  private List<Visit> earlierVisits(Instant at) {
    return handle
        .createQuery(
            "SELECT "
                + VisitRow.COLUMNS
                + " FROM visit v "
                + VisitRow.WITH_PRESENCE
                + """
                WHERE v.person_id = :person AND v.venue_id = :venue
                  AND v.entered_at BETWEEN :from AND :to
                """)
        .bind("person", person.value())
        .bind("venue", venue())
        .bind("from", at.minus(StayRules.LONGEST.multipliedBy(2)))
        .bind("to", at.plus(StayRules.LONGEST))
        .map((row, context) -> VisitRow.read(row))
        .list();
  }
}
