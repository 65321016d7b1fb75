package cn.venuepass.persistence.visit;

import cn.venuepass.application.IdGenerator;
import cn.venuepass.application.visit.VisitLedger;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.Door;
import cn.venuepass.domain.visit.PresenceState;
import cn.venuepass.domain.visit.Scan;
import cn.venuepass.domain.visit.ScanDecision;
import cn.venuepass.domain.visit.ScanOutcome;
import cn.venuepass.domain.visit.ScanRecord;
import cn.venuepass.domain.visit.ScanTime;
import cn.venuepass.domain.visit.VisitId;
import cn.venuepass.persistence.visit.ReceiptRow.Evidence;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** One scan in one transaction: reads what decides, lets the domain decide, stores what follows. */
final class Passage {
  private final Handle handle;
  private final Scan scan;
  private final DoorRow door;
  private final VenueId venue;
  private final PersonId person;

  Passage(Handle handle, Scan scan, DoorRow door) {
    this.handle = handle;
    this.scan = scan;
    this.door = door;
    this.venue = door.venue().id();
    this.person = scan.person();
  }

  /** The answer, a new or the earlier one; throws {@link Overtaken} when another scan was first. */
  ScanRecord answer(IdGenerator ids) {
    if (door.capacity() > 0) {
      lockVenue();
    }
    Optional<PresenceRow> presence = PresenceRow.lock(handle, venue, person);
    return presence
        .map(PresenceRow::answer)
        .filter(answer -> answer.scanId().equals(scan.id().text()))
        .or(() -> ReceiptRow.find(handle, venue, scan))
        .map(answer -> answer.record(door.venue()))
        .orElseGet(() -> decide(presence, new VisitId(ids.next())));
  }

  private ScanRecord decide(Optional<PresenceRow> presence, VisitId fresh) {
    PresenceState before =
        presence.map(PresenceRow::state).orElse(PresenceState.Outside.NEVER_SEEN);
    Door now = door.door(door.capacity() > 0 && othersInside() >= door.capacity());
    var time = new ScanTime(scan.at(), scan.timeSource());
    ScanDecision decision =
        door.direction() == Direction.IN
            ? now.enter(before, time, fresh)
            : now.leave(before, time, fresh);
    var record =
        new ScanRecord(
            scan.id(), door.venue(), door.direction(), decision.at(), decision.outcome());
    store(presence, before, decision, StoredAnswer.of(record));
    return record;
  }

  private void store(
      Optional<PresenceRow> presence,
      PresenceState before,
      ScanDecision decision,
      StoredAnswer answer) {
    storeVisit(before, decision);
    if (decision.after().equals(before)) {
      Overtaken.unless(ReceiptRow.add(handle, venue, person, answer, evidence()));
      return;
    }
    boolean inside = decision.after() instanceof PresenceState.Inside;
    if (presence.isPresent()) {
      keepReplayable(presence.get().answer(), decision.at());
      Overtaken.unless(updatePresence(inside, answer, presence.get().answer().scanId()));
    } else {
      Overtaken.unless(addPresence(inside, answer));
    }
  }

  /**
   * An answer that presence gives up moves to the receipts, while a replay may still ask for it.
   */
  private void keepReplayable(StoredAnswer answer, Instant now) {
    if (answer.at().isAfter(now.minus(VisitLedger.REPLAY_MEMORY))) {
      boolean unused = ReceiptRow.add(handle, venue, person, answer, Evidence.IN_THE_VISIT);
    }
  }

  private void storeVisit(PresenceState before, ScanDecision decision) {
    ScanOutcome outcome = decision.outcome();
    if (outcome instanceof ScanOutcome.Left) {
      PresenceState.Inside inside = (PresenceState.Inside) before;
      Overtaken.unless(closeVisit(inside, decision.at()));
    } else if (outcome instanceof ScanOutcome.Entered entered) {
      noteLastSeen(before, decision);
      addVisit(entered.visit(), decision.at(), true);
    } else if (outcome instanceof ScanOutcome.LeftWithoutEntry left) {
      noteLastSeen(before, decision);
      addVisit(left.visit(), decision.at(), false);
    }
  }

  /** An open visit that a new one takes over from keeps its last sighting. */
  private void noteLastSeen(PresenceState before, ScanDecision decision) {
    if (!decision.after().equals(before)
        && before instanceof PresenceState.Inside inside
        && inside.lastSeen().isAfter(inside.since())) {
      int unused =
          handle
              .createUpdate(
                  """
                  UPDATE visit SET last_seen = :seen
                   WHERE venue_id = :venue AND entered_at = :since AND id = :id
                  """)
              .bind("seen", inside.lastSeen())
              .bind("venue", venue.value())
              .bind("since", inside.since())
              .bind("id", inside.visit().value())
              .execute();
    }
  }

  private boolean closeVisit(PresenceState.Inside inside, Instant at) {
    return handle
            .createUpdate(
                """
                UPDATE visit
                   SET left_at = :at, exit_method = :method, exit_time_source = :clock,
                       exit_poster_id = :poster, exit_by = :by, last_seen = :seen
                 WHERE venue_id = :venue AND entered_at = :since AND id = :id AND left_at IS NULL
                """)
            .bind("at", at)
            .bind("method", scan.method().name())
            .bind("clock", scan.timeSource().name())
            .bindByType("poster", door.poster(), UUID.class)
            .bindByType("by", registeredBy(), UUID.class)
            .bindByType(
                "seen",
                inside.lastSeen().isAfter(inside.since()) ? inside.lastSeen() : null,
                Instant.class)
            .bind("venue", venue.value())
            .bind("since", inside.since())
            .bind("id", inside.visit().value())
            .execute()
        == 1;
  }

  private void addVisit(VisitId visit, Instant at, boolean entry) {
    String columns =
        entry
            ? "entered_at, entry_method, entry_time_source, entry_poster_id, entry_by"
            : "left_at, exit_method, exit_time_source, exit_poster_id, exit_by, entered_at";
    String values =
        entry
            ? ":at, :method, :clock, :poster, :by"
            : ":at, :method, :clock, :poster, :by, :earliest";
    var insert =
        handle
            .createUpdate(
                "INSERT INTO visit (venue_id, id, person_id, %s) VALUES (:venue, :id, :person, %s)"
                    .formatted(columns, values))
            .bind("venue", venue.value())
            .bind("id", visit.value())
            .bind("person", person.value())
            .bind("at", at)
            .bind("method", scan.method().name())
            .bind("clock", scan.timeSource().name())
            .bindByType("poster", door.poster(), UUID.class)
            .bindByType("by", registeredBy(), UUID.class);
    if (!entry) {
      insert.bind("earliest", at.minus(door.stay().maximumStay()));
    }
    int unused = insert.execute();
  }

  private boolean addPresence(boolean inside, StoredAnswer answer) {
    return bound(
                handle.createUpdate(
                    """
                    INSERT INTO presence (venue_id, person_id, inside, visit_id, since, last_seen,
                                          last_scan_id, last_outcome)
                    VALUES (:venue, :person, :inside, :visit, :since, :at, :scan, :outcome)
                    ON CONFLICT DO NOTHING
                    """),
                inside,
                answer)
            .execute()
        == 1;
  }

  private boolean updatePresence(boolean inside, StoredAnswer answer, String seenScan) {
    return bound(
                handle.createUpdate(
                    """
                    UPDATE presence
                       SET inside = :inside, visit_id = :visit, since = :since, last_seen = :at,
                           last_scan_id = :scan, last_outcome = :outcome
                     WHERE venue_id = :venue AND person_id = :person AND last_scan_id = :seen
                    """),
                inside,
                answer)
            .bind("seen", seenScan)
            .execute()
        == 1;
  }

  private Update bound(Update statement, boolean inside, StoredAnswer answer) {
    return statement
        .bind("venue", venue.value())
        .bind("person", person.value())
        .bind("inside", inside)
        .bindByType("visit", answer.visit(), UUID.class)
        .bindByType("since", answer.presentSince(), Instant.class)
        .bind("at", answer.at())
        .bind("scan", answer.scanId())
        .bind("outcome", answer.outcome().name());
  }

  private Evidence evidence() {
    return new Evidence(scan.method().name(), door.poster(), registeredBy());
  }

  private @Nullable UUID registeredBy() {
    return scan.registeredBy().map(AccountId::value).orElse(null);
  }

  private void lockVenue() {
    Object unused =
        handle
            .createQuery("SELECT id FROM venue WHERE id = :venue FOR UPDATE")
            .bind("venue", venue.value())
            .mapTo(UUID.class)
            .one();
  }

  private int othersInside() {
    return handle
        .createQuery(
            """
            SELECT count(*) FROM presence
             WHERE venue_id = :venue AND inside AND since > :oldest AND person_id <> :person
            """)
        .bind("venue", venue.value())
        .bind("oldest", scan.at().minus(door.stay().maximumStay()))
        .bind("person", person.value())
        .mapTo(Integer.class)
        .one();
  }
}
