package cn.venuepass.persistence.visit;

import cn.venuepass.domain.venue.Capacity;
import cn.venuepass.domain.visit.Door;
import cn.venuepass.domain.visit.PresenceState;
import cn.venuepass.domain.visit.Scan;
import cn.venuepass.domain.visit.Scan.TimeSource;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * How many are inside venues whose room is limited, while one scan of a batch after the other is
 * decided: as the store says, and as those who passed before in the batch changed it.
 */
final class Rooms {
  private final Handle handle;
  private final Known known;
  private final Map<UUID, Instant> liveOldest = new HashMap<>();
  private final Map<Question, Integer> stored = new HashMap<>();
  private final Map<UUID, Integer> changes = new HashMap<>();

  /** How many are inside a venue since after a time. */
  private record Question(UUID venue, Instant oldest) {}

  Rooms(Handle handle, Known known) {
    this.handle = handle;
    this.known = known;
  }

  /** Whether there is room for all who come by a scan. */
  Door.Room roomFor(Scan scan, DoorRow door) {
    if (!door.limitsRoom()) {
      return Door.Room.ENOUGH;
    }
    Instant oldest = oldest(scan, door);
    int inside =
        stored.computeIfAbsent(
            new Question(door.venueId(), oldest), question -> count(door, question));
    int there = inside + changes.getOrDefault(door.venueId(), 0);
    int themselves =
        Known.people(scan).mapToInt(person -> counted(stored(door, person), oldest)).sum();
    int party = 1 + scan.companions().size();
    return Door.Room.of(
        there - themselves + party, new Capacity(door.capacity()), scan.overCapacity());
  }

  /** Somebody stands there from now on. */
  void note(Scan scan, DoorRow door, UUID person, PresenceState after) {
    if (door.capacity() > 0) {
      Instant oldest = oldest(scan, door);
      int change = counted(after, oldest) - counted(stored(door, person), oldest);
      changes.merge(door.venueId(), change, Integer::sum);
    }
  }

  /** Those who come now are counted at one moment, late ones at theirs. */
  private Instant oldest(Scan scan, DoorRow door) {
    Instant oldest = scan.at().minus(door.stay().maximumStay());
    return scan.timeSource() == TimeSource.DEVICE
        ? oldest
        : liveOldest.computeIfAbsent(door.venueId(), venue -> oldest);
  }

  private PresenceState stored(DoorRow door, UUID person) {
    return known.state(door, person, Instant.MAX);
  }

  private static int counted(PresenceState state, Instant oldest) {
    return state instanceof PresenceState.Inside inside && inside.since().isAfter(oldest) ? 1 : 0;
  }

  private int count(DoorRow door, Question question) {
    return handle
        .createQuery("SELECT count(*) FROM presence p WHERE " + InsideNow.CONDITION)
        .bind("venue", question.venue())
        .bindByType("parent", door.parent(), UUID.class)
        .bind("oldest", question.oldest())
        .mapTo(Integer.class)
        .one();
  }
}
