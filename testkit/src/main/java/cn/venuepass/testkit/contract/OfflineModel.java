package cn.venuepass.testkit.contract;

import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.visit.ScanOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One person at one venue with everything that is remembered of them, as plainly as can be: what
 * the ledger is compared with.
 */
final class OfflineModel {
  private static final Duration GAP = Duration.ofHours(4);
  private static final Duration MAXIMUM = Duration.ofHours(24);

  private final boolean tracksExits;
  private final List<Half> visits = new ArrayList<>();
  private Instant newest = Instant.MIN;
  private Optional<Half> open = Optional.empty();

  OfflineModel(boolean tracksExits) {
    this.tracksExits = tracksExits;
  }

  ScanOutcome.Kind scan(Direction direction, Instant at) {
    if (at.isBefore(newest)) {
      return direction == Direction.IN ? lateEntry(at) : lateExit(at);
    }
    newest = at;
    if (direction == Direction.IN) {
      if (open.isPresent() && goesOn(open.get(), at)) {
        open.get().see(at);
        return ScanOutcome.Kind.ALREADY_INSIDE;
      }
      open = Optional.of(add(Optional.of(at), Optional.empty()));
      return ScanOutcome.Kind.ENTERED;
    }
    Optional<Half> before = open;
    open = Optional.empty();
    if (before.isPresent() && !at.isAfter(before.get().in().plus(MAXIMUM))) {
      before.get().exit = Optional.of(at);
      return ScanOutcome.Kind.LEFT;
    }
    Half unused = add(Optional.empty(), Optional.of(at));
    return ScanOutcome.Kind.LEFT_WITHOUT_ENTRY;
  }

  boolean isInside(Instant now) {
    return open.isPresent() && open.get().in().isAfter(now.minus(MAXIMUM));
  }

  /** Entry, exit and last sighting of each visit. */
  List<List<Optional<Instant>>> ends() {
    return visits.stream().map(visit -> List.of(visit.entry, visit.exit, visit.seen)).toList();
  }

  private ScanOutcome.Kind lateEntry(Instant at) {
    Optional<Half> last = enteredLast(at);
    if (last.isPresent() && wasInside(last.get(), at)) {
      if (last.get().exit.isEmpty() && !at.isBefore(last.get().lastSeen())) {
        last.get().see(at);
      }
      return ScanOutcome.Kind.ALREADY_INSIDE;
    }
    Optional<Half> next = Optional.empty();
    for (Half visit : visits) {
      boolean nearer =
          next.isEmpty()
              || visit.first().isBefore(next.get().first())
              || (visit.first().equals(next.get().first()) && visit.entry.isEmpty());
      if (!visit.first().isBefore(at) && nearer) {
        next = Optional.of(visit);
      }
    }
    if (next.isPresent()
        && next.get().entry.isEmpty()
        && !next.get().first().isAfter(at.plus(MAXIMUM))) {
      next.get().entry = Optional.of(at);
    } else {
      Half unused = add(Optional.of(at), Optional.empty());
    }
    return ScanOutcome.Kind.ENTERED;
  }

  private ScanOutcome.Kind lateExit(Instant at) {
    Optional<Half> last = enteredLast(at);
    if (last.isPresent()
        && last.get().exit.isEmpty()
        && !at.isAfter(last.get().in().plus(MAXIMUM))
        && !last.get().lastSeen().isAfter(at)
        && !someExitBetween(last.get().in(), at)) {
      last.get().exit = Optional.of(at);
      return ScanOutcome.Kind.LEFT;
    }
    Half unused = add(Optional.empty(), Optional.of(at));
    return ScanOutcome.Kind.LEFT_WITHOUT_ENTRY;
  }

  private boolean wasInside(Half visit, Instant at) {
    if (visit.exit.isPresent()) {
      return !visit.exit.get().isBefore(at);
    }
    return !visit.lastSeen().isBefore(at)
        || (!someExitBetween(visit.in(), at) && goesOn(visit, at));
  }

  private boolean goesOn(Half visit, Instant at) {
    return !at.isAfter(visit.lastSeen().plus(GAP))
        || (tracksExits && !at.isAfter(visit.in().plus(MAXIMUM)));
  }

  private boolean someExitBetween(Instant from, Instant to) {
    return visits.stream()
        .flatMap(visit -> visit.exit.stream())
        .anyMatch(exit -> exit.isAfter(from) && !exit.isAfter(to));
  }

  private Optional<Half> enteredLast(Instant at) {
    Optional<Half> last = Optional.empty();
    for (Half visit : visits) {
      boolean before = visit.entry.isPresent() && !visit.in().isAfter(at);
      boolean later =
          last.isEmpty()
              || visit.entry.isEmpty()
              || visit.in().isAfter(last.get().in())
              || (visit.in().equals(last.get().in()) && visit.exit.isEmpty());
      if (before && later) {
        last = Optional.of(visit);
      }
    }
    return last;
  }

  private Half add(Optional<Instant> entry, Optional<Instant> exit) {
    var visit = new Half(entry, exit);
    visits.add(visit);
    return visit;
  }

  /** A visit of which one end is known at least. */
  private static final class Half {
    private Optional<Instant> entry;
    private Optional<Instant> exit;
    private Optional<Instant> seen = Optional.empty();

    private Half(Optional<Instant> entry, Optional<Instant> exit) {
      this.entry = entry;
      this.exit = exit;
    }

    private Instant in() {
      return entry.orElseThrow();
    }

    private Instant first() {
      return entry.or(() -> exit).orElseThrow();
    }

    private Instant lastSeen() {
      return seen.or(() -> entry).orElseThrow();
    }

    private void see(Instant at) {
      if (at.isAfter(lastSeen())) {
        seen = Optional.of(at);
      }
    }
  }
}
