package cn.venuepass.application.visit;

import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.visit.Stay;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/** Infers the stays of visits from what was seen of their people afterwards. */
public final class Stays {
  private final VisitRepository visits;

  public Stays(VisitRepository visits) {
    this.visits = visits;
  }

  /** The stays, from everything that is known. */
  public Function<RecordedVisit, Stay> of(List<RecordedVisit> recorded) {
    return stays(recorded, visit -> true);
  }

  /**
   * The stays as a venue may know them: where else people went is not its business, but when they
   * left it, or its parent, is.
   */
  public Function<RecordedVisit, Stay> asItsVenueKnows(List<RecordedVisit> recorded) {
    return stays(recorded, sighting -> sighting.direction() == Direction.OUT);
  }

  private Function<RecordedVisit, Stay> stays(
      List<RecordedVisit> recorded, Predicate<Sighting> known) {
    List<Sighting> sightings = sightingsAfter(recorded).stream().filter(known).toList();
    return visit ->
        Stay.of(
                visit.visit(),
                new Stay.Afterwards(
                    first(visit, sightings, Stays::isEntryElsewhere),
                    first(visit, sightings, Stays::isExitFromVenue),
                    first(visit, sightings, Stays::isExitFromParent)),
                visit.rules())
            .given(visit.doubt(), visit.rules());
  }

  /** What may end one of the visits: what was seen before the last one's maximum stay. */
  private List<Sighting> sightingsAfter(List<RecordedVisit> recorded) {
    List<RecordedVisit> open =
        recorded.stream().filter(visit -> visit.visit().exit().isEmpty()).toList();
    Optional<Instant> first = open.stream().map(RecordedVisit::from).min(Instant::compareTo);
    Optional<Instant> end =
        open.stream()
            .map(visit -> visit.from().plus(visit.rules().maximumStay()))
            .max(Comparator.naturalOrder());
    if (first.isEmpty() || end.isEmpty()) {
      return List.of();
    }
    List<PersonId> people = open.stream().map(visit -> visit.visit().person()).distinct().toList();
    return visits.sightingsOf(people, first.get(), end.get());
  }

  private static Optional<Instant> first(
      RecordedVisit visit, List<Sighting> sightings, BiPredicate<RecordedVisit, Sighting> ends) {
    Instant lastHere = visit.visit().lastSeen().orElse(visit.from());
    return sightings.stream()
        .filter(sighting -> sighting.person().equals(visit.visit().person()))
        .filter(sighting -> lastHere.isBefore(sighting.at()) && ends.test(visit, sighting))
        .map(Sighting::at)
        .findFirst();
  }

  private static boolean isEntryElsewhere(RecordedVisit visit, Sighting sighting) {
    return sighting.direction() == Direction.IN && !sighting.family().equals(visit.family());
  }

  private static boolean isExitFromVenue(RecordedVisit visit, Sighting sighting) {
    return sighting.direction() == Direction.OUT && sighting.venue().equals(visit.visit().venue());
  }

  private static boolean isExitFromParent(RecordedVisit visit, Sighting sighting) {
    return sighting.direction() == Direction.OUT
        && sighting.venue().equals(visit.family())
        && !visit.visit().venue().equals(visit.family());
  }
}
