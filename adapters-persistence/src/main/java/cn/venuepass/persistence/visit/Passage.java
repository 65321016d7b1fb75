package cn.venuepass.persistence.visit;

import cn.venuepass.application.IdGenerator;
import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.visit.Companion;
import cn.venuepass.domain.visit.Door;
import cn.venuepass.domain.visit.Scan;
import cn.venuepass.domain.visit.ScanDecision;
import cn.venuepass.domain.visit.ScanRecord;
import cn.venuepass.domain.visit.ScanRecord.CompanionRecord;
import cn.venuepass.domain.visit.ScanTarget;
import cn.venuepass.domain.visit.Visit;
import cn.venuepass.domain.visit.VisitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** One scan of a batch: the domain decides it after what is known. */
final class Passage {
  private final Handle handle;
  private final Known known;
  private final Scan scan;
  private final DoorRow door;

  Passage(Handle handle, Known known, Scan scan, DoorRow door) {
    this.handle = handle;
    this.known = known;
    this.scan = scan;
    this.door = door;
  }

  /** The answer to the same scan, sent before. */
  Optional<ScanRecord> earlierAnswer() {
    return known.answer(at(scan.person().value()), scan).map(this::replayed);
  }

  /**
   * The answer, a new or the earlier one; nothing when the visit is over that the scan would end.
   */
  Optional<ScanRecord> answer(Rooms rooms, IdGenerator ids, Writes writes) {
    Optional<ScanRecord> earlier = earlierAnswer();
    if (earlier.isPresent()) {
      return earlier;
    }
    Passer leader = Passer.leading(known, door, scan);
    if (scan.target() instanceof ScanTarget.OutOfVisit out && !leader.isInsideBy(out.visit())) {
      return Optional.empty();
    }
    Door now = door.door(rooms.roomFor(scan, door), known.ordersOn(scan));
    ScanRecord record = pass(leader, now, rooms, ids, writes);
    List<CompanionRecord> along = new ArrayList<>();
    for (Companion companion : scan.companions()) {
      Passer passer = Passer.along(known, door, scan, companion);
      along.add(
          new CompanionRecord(companion.family(), pass(passer, now, rooms, ids, writes).outcome()));
    }
    CompanionRow.add(handle, door.venueId(), scan);
    return Optional.of(record.with(along));
  }

  private ScanRecord pass(Passer passer, Door now, Rooms rooms, IdGenerator ids, Writes writes) {
    Optional<StoredAnswer> earlier = passer.earlierAnswer();
    if (earlier.isPresent()) {
      return earlier.get().record(door.venue(), List.of());
    }
    ScanDecision decision =
        passer.pass(now, at -> earlierVisits(passer.key(), at), new VisitId(ids.next()), writes);
    rooms.note(scan, door, passer.key().person(), decision.after());
    return passer.record(decision);
  }

  private ScanRecord replayed(StoredAnswer leader) {
    List<CompanionRow> companions = CompanionRow.list(handle, door.venueId(), scan);
    Map<PersonAtVenue, StoredAnswer> answers =
        Known.answers(handle, companions.stream().map(row -> at(row.person())).toList(), scan);
    List<CompanionRecord> along = new ArrayList<>();
    for (CompanionRow companion : companions) {
      Optional.ofNullable(answers.get(at(companion.person())))
          .ifPresent(
              answer -> along.add(new CompanionRecord(companion.family(), answer.scanOutcome())));
    }
    return leader.record(door.venue(), along);
  }

  private PersonAtVenue at(UUID person) {
    return new PersonAtVenue(door.venueId(), person);
  }

  private List<Visit> earlierVisits(PersonAtVenue key, Instant at) {
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
        .bind("person", key.person())
        .bind("venue", key.venue())
        .bind("from", at.minus(StayRules.LONGEST.multipliedBy(2)))
        .bind("to", at.plus(StayRules.LONGEST))
        .map((row, context) -> VisitRow.read(row))
        .list();
  }
}
