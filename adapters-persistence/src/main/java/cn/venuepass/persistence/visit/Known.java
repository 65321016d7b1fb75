package cn.venuepass.persistence.visit;

import cn.venuepass.domain.control.ControlTerm;
import cn.venuepass.domain.visit.Companion;
import cn.venuepass.domain.visit.PresenceState;
import cn.venuepass.domain.visit.Scan;
import cn.venuepass.domain.visit.Scan.TimeSource;
import cn.venuepass.domain.visit.ScanTarget;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What a transaction reads before scans are decided in it. */
final class Known {
  private final Map<ScanTarget, DoorRow> doors;
  private final Map<PersonAtVenue, PresenceRow> presence;
  private final Map<UUID, List<ControlTerm>> orders;
  private final Map<ReceiptRow.Asked, StoredAnswer> receipts;

  private Known(
      Map<ScanTarget, DoorRow> doors,
      Map<PersonAtVenue, PresenceRow> presence,
      Map<UUID, List<ControlTerm>> orders,
      Map<ReceiptRow.Asked, StoredAnswer> receipts) {
    this.doors = doors;
    this.presence = presence;
    this.orders = orders;
    this.receipts = receipts;
  }

  /** What answers scans that were stored before; nothing is locked. */
  static Known ofAnswers(Handle handle, List<Scan> scans) {
    Map<ScanTarget, DoorRow> doors = doors(handle, scans);
    return read(handle, scans, doors, Map.of());
  }

  /**
   * What decides scans. Who comes in live where room is limited waits for others there; of people
   * whose scans may come late, the presence is locked, since such a scan may change visits alone.
   */
  static Known toDecide(Handle handle, List<Scan> scans) {
    Map<ScanTarget, DoorRow> doors = doors(handle, scans);
    var limited = new TreeSet<UUID>();
    var late = new TreeSet<PersonAtVenue>();
    for (Scan scan : scans) {
      DoorRow door = doors.get(scan.target());
      if (door != null && scan.timeSource() == TimeSource.DEVICE) {
        people(scan).forEach(person -> late.add(new PersonAtVenue(door.venueId(), person)));
      } else if (door != null && door.limitsRoom()) {
        limited.add(door.venueId());
      }
    }
    limited.forEach(venue -> lockVenue(handle, venue));
    Map<PersonAtVenue, PresenceRow> locked = new HashMap<>();
    late.forEach(key -> PresenceRow.lock(handle, key).ifPresent(row -> locked.put(key, row)));
    return read(handle, scans, doors, locked);
  }

  /** The answers that those people got to that scan. */
  static Map<PersonAtVenue, StoredAnswer> answers(
      Handle handle, List<PersonAtVenue> keys, Scan scan) {
    Map<PersonAtVenue, PresenceRow> presence = PresenceRow.read(handle, keys);
    List<ReceiptRow.Asked> asked = keys.stream().map(key -> asked(key, scan)).toList();
    var known = new Known(Map.of(), presence, Map.of(), receipts(handle, presence, asked));
    Map<PersonAtVenue, StoredAnswer> answers = new HashMap<>();
    keys.forEach(key -> known.answer(key, scan).ifPresent(answer -> answers.put(key, answer)));
    return answers;
  }

  /** Everybody who passes by a scan. */
  static Stream<UUID> people(Scan scan) {
    return Stream.concat(
            Stream.of(scan.person()), scan.companions().stream().map(Companion::person))
        .map(person -> person.value());
  }

  Optional<DoorRow> door(Scan scan) {
    return Optional.ofNullable(doors.get(scan.target()));
  }

  /** The control orders on everybody who passes by a scan. */
  List<ControlTerm> ordersOn(Scan scan) {
    return orders.isEmpty()
        ? List.of()
        : people(scan).flatMap(person -> orders.getOrDefault(person, List.of()).stream()).toList();
  }

  Optional<PresenceRow> presence(PersonAtVenue key) {
    return Optional.ofNullable(presence.get(key));
  }

  /** Where somebody stands at that time, given also the venue's parent. */
  PresenceState state(DoorRow door, UUID person, Instant at) {
    PresenceState own =
        presence(new PersonAtVenue(door.venueId(), person))
            .map(PresenceRow::state)
            .orElse(PresenceState.Outside.NEVER_SEEN);
    return door.parent() == null ? own : own.afterExitFromParent(lastExit(door, person), at);
  }

  private Optional<Instant> lastExit(DoorRow door, UUID person) {
    return Optional.ofNullable(door.parent())
        .flatMap(parent -> presence(new PersonAtVenue(parent, person)))
        .flatMap(PresenceRow::lastLeft);
  }

  /** The answer to that scan of that person: the latest one, in presence, or an older one. */
  Optional<StoredAnswer> answer(PersonAtVenue key, Scan scan) {
    return presence(key)
        .map(PresenceRow::answer)
        .filter(answer -> answer.scanId().equals(scan.id().text()))
        .or(() -> Optional.ofNullable(receipts.get(asked(key, scan))));
  }

  private static Map<ScanTarget, DoorRow> doors(Handle handle, List<Scan> scans) {
    return DoorRow.of(handle, scans.stream().map(Scan::target).toList());
  }

  private static Known read(
      Handle handle,
      List<Scan> scans,
      Map<ScanTarget, DoorRow> doors,
      Map<PersonAtVenue, PresenceRow> locked) {
    var keys = new TreeSet<PersonAtVenue>();
    var passing = new TreeSet<UUID>();
    List<ReceiptRow.Asked> asked = new ArrayList<>();
    for (Scan scan : scans) {
      DoorRow door = doors.get(scan.target());
      if (door != null) {
        people(scan)
            .forEach(
                person -> {
                  var key = new PersonAtVenue(door.venueId(), person);
                  keys.add(key);
                  passing.add(person);
                  asked.add(asked(key, scan));
                  if (door.parent() != null) {
                    keys.add(new PersonAtVenue(door.parent(), person));
                  }
                });
      }
    }
    keys.removeAll(locked.keySet());
    PeopleRead read = PeopleRead.of(handle, keys, passing);
    Map<PersonAtVenue, PresenceRow> presence = new HashMap<>(read.presence());
    presence.putAll(locked);
    return new Known(doors, presence, read.orders(), receipts(handle, presence, asked));
  }

  /** Looks for the answers that presence does not hold. */
  private static Map<ReceiptRow.Asked, StoredAnswer> receipts(
      Handle handle, Map<PersonAtVenue, PresenceRow> presence, List<ReceiptRow.Asked> asked) {
    return ReceiptRow.find(
        handle, asked.stream().filter(each -> !isOf(presence.get(each.key()), each)).toList());
  }

  private static boolean isOf(@Nullable PresenceRow row, ReceiptRow.Asked asked) {
    return row != null && row.answer().scanId().equals(asked.scan());
  }

  private static ReceiptRow.Asked asked(PersonAtVenue key, Scan scan) {
    return new ReceiptRow.Asked(key, scan.id().text(), scan.at());
  }

  private static void lockVenue(Handle handle, UUID venue) {
    Object unused =
        handle
            .createQuery("SELECT id FROM venue WHERE id = :venue FOR UPDATE")
            .bind("venue", venue)
            .mapTo(UUID.class)
            .one();
  }
}
