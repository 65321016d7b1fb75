package cn.venuepass.domain.tracing;

import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.tracing.Presence.Meeting;
import cn.venuepass.domain.venue.VenueId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Judges who of those who were at the same places are contacts, of which grade and risk. */
public final class Grading {
  private static final int WHOLE = 100;
  private static final int IN_ANOTHER_PART = 50;

  private final TraceParameters parameters;
  private final int ring;
  private final Exposures exposures;
  private final Map<VenueId, TracedVenue> venues;

  /**
   * @param venues the venues of the exposures, and their parents
   */
  public Grading(
      TraceParameters parameters, int ring, Exposures exposures, Map<VenueId, TracedVenue> venues) {
    this.parameters = parameters;
    this.ring = ring;
    this.exposures = exposures;
    this.venues = venues;
  }

  /** What somebody's stays make of the person; nothing if nobody exposed was near for long. */
  public Optional<MetPerson> grade(PersonId person, Collection<TracedStay> stays) {
    List<Encounter> encounters = new ArrayList<>();
    for (TracedStay stay : stays) {
      Presence presence = Presence.of(stay.stay());
      for (Exposure exposure : exposures.reaching(stay.family(), presence.outer())) {
        exposure
            .presence()
            .meet(presence, parameters.minimumOverlap())
            .map(meeting -> encounter(exposure, stay, meeting))
            .ifPresent(encounters::add);
      }
    }
    return encounters.isEmpty()
        ? Optional.empty()
        : Optional.of(MetPerson.of(person, ring, encounters));
  }

  private Encounter encounter(Exposure exposure, TracedStay stay, Meeting meeting) {
    boolean nearby = exposure.venue().equals(stay.venue().id());
    TracedVenue place = venues.get(nearby ? exposure.venue() : exposure.family());
    if (place == null) {
      throw new IllegalStateException("a venue of the exposures is missing");
    }
    int minutes = (int) meeting.time().length().toMinutes();
    return new Encounter(
        new Overlap(
            exposure.via(),
            place.id(),
            place.venue().name(),
            meeting.time().from(),
            meeting.time().to(),
            minutes,
            meeting.grade(),
            nearby,
            false),
        exposure.family(),
        Set.copyOf(List.of(place.id(), stay.venue().id())),
        (long) minutes
            * percent(meeting.grade())
            * parameters.weight(place.type())
            * (nearby ? WHOLE : IN_ANOTHER_PART));
  }

  private static int percent(ContactGrade grade) {
    return switch (grade) {
      case CERTAIN -> WHOLE;
      case PROBABLE -> 50;
      case POSSIBLE -> 10;
    };
  }
}
