package cn.venuepass.persistence.visit;

import cn.venuepass.application.IdGenerator;
import cn.venuepass.domain.visit.Scan;
import cn.venuepass.domain.visit.ScanRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Scans that are read, decided and stored in one transaction. No person is in two of them. */
final class ScanBatch {
  private final Handle handle;
  private final List<Scan> scans;
  private final IdGenerator ids;

  private ScanBatch(Handle handle, List<Scan> scans, IdGenerator ids) {
    this.handle = handle;
    this.scans = scans;
    this.ids = ids;
  }

  /** What became of a scan. */
  sealed interface Result {}

  /** It is stored with that answer; without one there is no such door or open visit. */
  record Answered(Optional<ScanRecord> record) implements Result {}

  /** Another transaction stored a passage of the person first: it must be decided again. */
  record OvertakenBy() implements Result {}

  /**
   * Stores the scans in the transaction that the handle is in.
   *
   * @return the results in the order of the scans
   * @throws Overtaken when nothing of the batch may be stored, because another transaction was
   *     first at something that several of its rows depend on
   */
  static List<Result> store(Handle handle, List<Scan> scans, IdGenerator ids) {
    return new ScanBatch(handle, scans, ids).store();
  }

  private List<Result> store() {
    Known known = Known.toDecide(handle, scans);
    var rooms = new Rooms(handle, known);
    var writes = new Writes();
    List<Optional<ScanRecord>> records = new ArrayList<>(scans.size());
    for (Scan scan : scans) {
      records.add(
          known
              .door(scan)
              .flatMap(door -> new Passage(handle, known, scan, door).answer(rooms, ids, writes)));
    }
    Set<PersonAtVenue> lost = writes.store(handle);
    List<Result> results = new ArrayList<>(scans.size());
    for (int i = 0; i < scans.size(); i++) {
      results.add(
          isOvertaken(scans.get(i), known, lost)
              ? new OvertakenBy()
              : new Answered(records.get(i)));
    }
    return results;
  }

  /** Whether a scan lost; where others rest on it, all of the batch did. */
  private boolean isOvertaken(Scan scan, Known known, Set<PersonAtVenue> lost) {
    if (lost.isEmpty()) {
      return false;
    }
    Optional<DoorRow> door = known.door(scan);
    boolean overtaken =
        door.isPresent()
            && Known.people(scan)
                .anyMatch(person -> lost.contains(new PersonAtVenue(door.get().venueId(), person)));
    boolean alone = scan.companions().isEmpty() && door.map(DoorRow::capacity).orElse(0) == 0;
    Overtaken.unless(!overtaken || alone);
    return overtaken;
  }
}
