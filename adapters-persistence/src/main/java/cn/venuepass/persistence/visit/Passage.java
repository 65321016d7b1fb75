package cn.venuepass.persistence.visit;

import static java.util.Objects.requireNonNull;

import cn.venuepass.application.IdGenerator;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.Capacity;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.visit.Companion;
import cn.venuepass.domain.visit.Door;
import cn.venuepass.domain.visit.Scan;
import cn.venuepass.domain.visit.Scan.TimeSource;
import cn.venuepass.domain.visit.ScanRecord;
import cn.venuepass.domain.visit.ScanRecord.CompanionRecord;
import cn.venuepass.domain.visit.ScanTarget;
import cn.venuepass.domain.visit.VisitId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** One scan in one transaction: reads what decides, lets the domain decide, stores what follows. */
final class Passage {
  private final Handle handle;
  private final Scan scan;
  private final DoorRow door;

  Passage(Handle handle, Scan scan, DoorRow door) {
    this.handle = handle;
    this.scan = scan;
    this.door = door;
  }

  /** The answer to the same scan, sent before. */
  Optional<ScanRecord> earlierAnswer() {
    return StoredAnswer.find(
            handle,
            door.id(),
            scan.person(),
            scan,
            PresenceRow.find(handle, door.id().value(), scan.person()))
        .map(this::replayed);
  }

  /**
   * The answer, a new or the earlier one; nothing when the visit is over that the scan would end.
   * {@link Overtaken} when another scan was first.
   */
  Optional<ScanRecord> answer(IdGenerator ids) {
    if (limitsRoom() && scan.timeSource() == TimeSource.SERVER) {
      lockVenue();
    }
    List<Passer> passers = passers();
    Passer leader =
        passers.stream().filter(p -> p.person().equals(scan.person())).findFirst().orElseThrow();
    Optional<StoredAnswer> earlier = leader.earlierAnswer();
    if (earlier.isPresent()) {
      return earlier.map(this::replayed);
    }
    if (scan.target() instanceof ScanTarget.OutOfVisit out && !leader.isInsideBy(out.visit())) {
      return Optional.empty();
    }
    return Optional.of(pass(passers, ids));
  }

  /** All who pass, each locked, in an order that no two scans lock in opposite ways. */
  private List<Passer> passers() {
    Map<PersonId, Companion> companions = new HashMap<>();
    scan.companions().forEach(companion -> companions.put(companion.person(), companion));
    return Stream.concat(Stream.of(scan.person()), companions.keySet().stream())
        .sorted(Comparator.comparing(PersonId::value))
        .map(
            person ->
                Optional.ofNullable(companions.get(person))
                    .map(companion -> Passer.along(handle, door, scan, companion))
                    .orElseGet(() -> Passer.leading(handle, door, scan)))
        .toList();
  }

  private ScanRecord pass(List<Passer> passers, IdGenerator ids) {
    Door now = door.door(room(passers));
    Map<PersonId, ScanRecord> records = new HashMap<>();
    passers.forEach(p -> records.put(p.person(), p.pass(now, new VisitId(ids.next()))));
    List<CompanionRecord> along = new ArrayList<>();
    for (Companion companion : scan.companions()) {
      CompanionRow.add(handle, door.id(), scan, along.size(), companion);
      ScanRecord record = requireNonNull(records.get(companion.person()));
      along.add(new CompanionRecord(companion.family(), record.outcome()));
    }
    return requireNonNull(records.get(scan.person())).with(along);
  }

  private ScanRecord replayed(StoredAnswer leader) {
    List<CompanionRecord> along =
        CompanionRow.list(handle, door.id(), scan).stream()
            .flatMap(companion -> replayed(companion).stream())
            .toList();
    return leader.record(door.venue(), along);
  }

  private Optional<CompanionRecord> replayed(CompanionRow companion) {
    return StoredAnswer.find(
            handle,
            door.id(),
            companion.person(),
            scan,
            PresenceRow.find(handle, door.id().value(), companion.person()))
        .map(answer -> new CompanionRecord(companion.family(), answer.scanOutcome()));
  }

  private Door.Room room(List<Passer> passers) {
    return limitsRoom()
        ? Door.Room.of(
            othersInside(passers) + passers.size(),
            new Capacity(door.capacity()),
            scan.overCapacity())
        : Door.Room.ENOUGH;
  }

  private boolean limitsRoom() {
    return door.capacity() > 0 && door.direction() == Direction.IN;
  }

  private void lockVenue() {
    Object unused =
        handle
            .createQuery("SELECT id FROM venue WHERE id = :venue FOR UPDATE")
            .bind("venue", door.id().value())
            .mapTo(UUID.class)
            .one();
  }

  private int othersInside(List<Passer> passers) {
    return handle
        .createQuery(
            "SELECT count(*) FROM presence p WHERE "
                + InsideNow.CONDITION
                + " AND p.person_id NOT IN (<people>)")
        .bind("venue", door.id().value())
        .bindByType("parent", door.parent(), UUID.class)
        .bind("oldest", scan.at().minus(door.stay().maximumStay()))
        .bindList("people", passers.stream().map(p -> p.person().value()).toList())
        .mapTo(Integer.class)
        .one();
  }
}
