package cn.venuepass.domain.visit;

import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.StayRules;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a scan means that is older than the newest stored passage of its person at its venue, as
 * from a gate that had no network. It completes a visit of which it is the missing end, is a
 * sighting within one, or becomes a visit of its own; it never changes who is inside now.
 */
final class LateEvidence {
  /** Of visits that began at the same instant, the one that goes on is the last. */
  private static final Comparator<Visit> LAST_ENTERED =
      Comparator.comparing(LateEvidence::since)
          .thenComparing(visit -> visit.exit().isEmpty())
          .thenComparing(visit -> visit.id().value());

  /** Whoever leaves and enters at the same instant leaves first. */
  private static final Comparator<Visit> NEXT_PASSAGE =
      Comparator.comparing(LateEvidence::firstPassage)
          .thenComparing(visit -> visit.entry().isPresent())
          .thenComparing(visit -> visit.id().value());

  private final List<Visit> known;
  private final StayRules stay;
  private final boolean tracksExits;

  LateEvidence(List<Visit> known, StayRules stay, boolean tracksExits) {
    this.known = known;
    this.stay = stay;
    this.tracksExits = tracksExits;
  }

  ScanOutcome outcome(Direction direction, Instant at, VisitId fresh) {
    return direction == Direction.IN ? entered(at, fresh) : left(at, fresh);
  }

  private ScanOutcome entered(Instant at, VisitId fresh) {
    Optional<Visit> inside = enteredLastBefore(at).filter(visit -> covers(visit, at));
    if (inside.isPresent()) {
      return new ScanOutcome.AlreadyInside(inside.get().id(), since(inside.get()));
    }
    return firstPassageAfter(at)
        .filter(visit -> visit.entry().isEmpty() && stay.mayLast(at, exit(visit)))
        .map(visit -> new ScanOutcome.Entered(visit.id()))
        .orElseGet(() -> new ScanOutcome.Entered(fresh));
  }

  private ScanOutcome left(Instant at, VisitId fresh) {
    return enteredLastBefore(at)
        .filter(visit -> visit.exit().isEmpty() && stay.mayLast(since(visit), at))
        .filter(visit -> visit.lastSeen().filter(at::isBefore).isEmpty())
        .filter(visit -> noExitBetween(since(visit), at))
        .<ScanOutcome>map(visit -> new ScanOutcome.Left(visit.id(), since(visit)))
        .orElseGet(() -> new ScanOutcome.LeftWithoutEntry(fresh));
  }

  /** Whether the person was inside by that visit, which began before. */
  private boolean covers(Visit visit, Instant at) {
    if (visit.exit().isPresent()) {
      return !exit(visit).isBefore(at);
    }
    Instant seen = visit.lastSeen().orElseGet(() -> since(visit));
    return !seen.isBefore(at)
        || (noExitBetween(since(visit), at) && stay.continues(since(visit), seen, at, tracksExits));
  }

  private Optional<Visit> enteredLastBefore(Instant at) {
    return known.stream()
        .filter(visit -> visit.entry().isPresent() && !since(visit).isAfter(at))
        .max(LAST_ENTERED);
  }

  private Optional<Visit> firstPassageAfter(Instant at) {
    Predicate<Visit> later = visit -> !firstPassage(visit).isBefore(at);
    return known.stream().filter(later).min(NEXT_PASSAGE);
  }

  private boolean noExitBetween(Instant from, Instant to) {
    return known.stream()
        .flatMap(visit -> visit.exit().stream())
        .map(Observation::at)
        .noneMatch(left -> left.isAfter(from) && !left.isAfter(to));
  }

  private static Instant firstPassage(Visit visit) {
    return visit.entry().map(Observation::at).orElseGet(() -> exit(visit));
  }

  private static Instant since(Visit visit) {
    return visit.entry().orElseThrow().at();
  }

  private static Instant exit(Visit visit) {
    return visit.exit().orElseThrow().at();
  }
}
