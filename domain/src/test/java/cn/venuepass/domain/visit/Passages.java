package cn.venuepass.domain.visit;

import static cn.venuepass.domain.visit.Doors.offline;

import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.visit.PresenceState.Outside;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One person at one door, whose scans are kept as a ledger keeps them. */
final class Passages {
  private final Door door;
  private final Map<VisitId, Visit> visits = new LinkedHashMap<>();
  private PresenceState state = Outside.NEVER_SEEN;
  private int scans;

  Passages(Door door) {
    this.door = door;
  }

  ScanDecision uploaded(Direction direction, Instant at) {
    return pass(direction, offline(at));
  }

  ScanDecision pass(Direction direction, ScanTime time) {
    var fresh = new VisitId(new UUID(7, scans++));
    ScanDecision decision = door.pass(direction, state, time, at -> visits(), fresh);
    state = decision.after();
    keep(decision);
    return decision;
  }

  PresenceState state() {
    return state;
  }

  List<Visit> visits() {
    return List.copyOf(visits.values());
  }

  /** The visits without their ids, which depend on the order of the scans. */
  Collection<List<Optional<Instant>>> stays() {
    return visits().stream()
        .map(
            visit -> List.of(visit.entry().map(Observation::at), visit.exit().map(Observation::at)))
        .toList();
  }

  private void keep(ScanDecision decision) {
    Optional<Instant> at = Optional.of(decision.at());
    if (decision.outcome() instanceof ScanOutcome.Entered entered) {
      Optional<Instant> exit =
          Optional.ofNullable(visits.get(entered.visit()))
              .flatMap(Visit::exit)
              .map(Observation::at);
      visits.put(entered.visit(), Visits.of(entered.visit(), at, exit, Optional.empty()));
    } else if (decision.outcome() instanceof ScanOutcome.AlreadyInside inside) {
      visits.computeIfPresent(inside.visit(), (id, visit) -> seen(visit, decision.at()));
    } else if (decision.outcome() instanceof ScanOutcome.Left left) {
      visits.computeIfPresent(
          left.visit(),
          (id, visit) -> Visits.of(id, visit.entry().map(Observation::at), at, visit.lastSeen()));
    } else if (decision.outcome() instanceof ScanOutcome.LeftWithoutEntry left) {
      visits.put(left.visit(), Visits.of(left.visit(), Optional.empty(), at, Optional.empty()));
    }
  }

  private static Visit seen(Visit visit, Instant at) {
    boolean nothingNew =
        visit.exit().isPresent() || visit.lastSeen().filter(at::isBefore).isPresent();
    return nothingNew
        ? visit
        : Visits.of(
            visit.id(), visit.entry().map(Observation::at), Optional.empty(), Optional.of(at));
  }
}
