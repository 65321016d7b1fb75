package cn.venuepass.benchmarks.city;

import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.visit.PresenceState;
import cn.venuepass.domain.visit.PresenceState.Inside;
import cn.venuepass.domain.visit.ScanDecision;
import cn.venuepass.domain.visit.ScanMethod;
import cn.venuepass.domain.visit.ScanOutcome;
import cn.venuepass.domain.visit.ScanTime;
import cn.venuepass.domain.visit.VisitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the books of one resident: the domain's doors decide every scan, and what the ledger would
 * write is noted.
 */
final class Chronicler {
  private final Resident resident;
  private final Ids ids;
  private final List<CityVisit> visits = new ArrayList<>();
  private final Map<Integer, Standing> standings = new LinkedHashMap<>();

  /** Where the resident stands towards one place. */
  private static final class Standing {
    private PresenceState state = PresenceState.Outside.NEVER_SEEN;
    private int visit = -1;
    private Optional<Instant> lastLeft = Optional.empty();
    private UUID scan = new UUID(0, 0);
    private ScanOutcome.Kind outcome = ScanOutcome.Kind.ENTERED;
    private long at;
  }

  private Chronicler(Resident resident, Ids ids) {
    this.resident = resident;
    this.ids = ids;
  }

  static Chronicle of(Resident resident, Ids ids, List<Passing> passings) {
    var chronicler = new Chronicler(resident, ids);
    passings.forEach(chronicler::note);
    return new Chronicle(resident, chronicler.visits, chronicler.presences());
  }

  private void note(Passing passing) {
    Standing standing =
        standings.computeIfAbsent(passing.place().number(), unused -> new Standing());
    Instant at = Instant.ofEpochMilli(passing.at());
    PresenceState before = before(standing, passing.place(), at);
    if (passing.evidence().method() == ScanMethod.MARKED_LEFT && !mayLeave(before, passing, at)) {
      return;
    }
    var fresh = new VisitId(ids.visit(resident.number(), visits.size(), passing.at()));
    ScanDecision decision =
        passing
            .place()
            .door()
            .pass(
                passing.direction(),
                before,
                new ScanTime(at, passing.evidence().clock()),
                unused -> List.of(),
                fresh);
    store(standing, passing, decision.outcome());
    if (passing.direction() == Direction.OUT) {
      standing.lastLeft = Optional.of(at);
    }
    standing.state = decision.after();
    standing.scan = passing.scan();
    standing.outcome = decision.outcome().kind();
    standing.at = passing.at();
  }

  /** A manager marks somebody as gone who is inside. */
  private static boolean mayLeave(PresenceState before, Passing passing, Instant at) {
    return before instanceof Inside inside && passing.place().stay().mayLast(inside.since(), at);
  }

  private PresenceState before(Standing standing, Place place, Instant at) {
    Standing whole = place.parent() == Place.NONE ? null : standings.get(place.parent());
    return whole == null ? standing.state : standing.state.afterExitFromParent(whole.lastLeft, at);
  }

  private void store(Standing standing, Passing passing, ScanOutcome outcome) {
    long seen = sighting(standing);
    switch (outcome.kind()) {
      case ENTERED -> {
        keep(standing, seen);
        open(standing, passing, passing.at(), passing.evidence());
      }
      case LEFT ->
          visits.set(
              standing.visit,
              visits.get(standing.visit).left(passing.at(), passing.evidence(), seen));
      case LEFT_WITHOUT_ENTRY -> {
        keep(standing, seen);
        open(
            standing,
            passing,
            passing.at() - passing.place().stay().maximumStay().toMillis(),
            null);
        visits.set(
            standing.visit,
            visits.get(standing.visit).left(passing.at(), passing.evidence(), CityVisit.UNKNOWN));
      }
      case ALREADY_INSIDE -> {}
      case REFUSED -> throw new IllegalStateException("a city refuses nobody");
    }
  }

  private void open(Standing standing, Passing passing, long from, @Nullable Evidence entry) {
    standing.visit = visits.size();
    visits.add(
        new CityVisit(
            resident.number(),
            visits.size(),
            passing.place().number(),
            from,
            entry,
            CityVisit.UNKNOWN,
            null,
            CityVisit.UNKNOWN));
  }

  /** An open visit that presence forgets keeps its last sighting itself. */
  private void keep(Standing standing, long seen) {
    if (seen != CityVisit.UNKNOWN) {
      visits.set(standing.visit, visits.get(standing.visit).seen(seen));
    }
  }

  private static long sighting(Standing standing) {
    return standing.state instanceof Inside inside && inside.lastSeen().isAfter(inside.since())
        ? inside.lastSeen().toEpochMilli()
        : CityVisit.UNKNOWN;
  }

  private List<CityPresence> presences() {
    return standings.values().stream()
        .filter(standing -> standing.visit >= 0)
        .map(this::presence)
        .toList();
  }

  private CityPresence presence(Standing standing) {
    CityVisit visit = visits.get(standing.visit);
    return new CityPresence(
        visit,
        standing.state instanceof Inside,
        visit.entry() == null ? CityVisit.UNKNOWN : visit.enteredAt(),
        standing.at,
        standing.lastLeft.map(Instant::toEpochMilli).orElse(CityVisit.UNKNOWN),
        standing.scan,
        standing.outcome);
  }
}
