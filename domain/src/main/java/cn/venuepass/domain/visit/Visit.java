package cn.venuepass.domain.visit;

import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.VenueId;
import java.time.Instant;
import java.util.Optional;

/**
 * One stay of a person at a venue, as observed: the evidence, to which nothing is added afterwards
 * but further evidence. At least one of entry and exit is known.
 *
 * @param lastSeen the last scan that found the person still inside
 */
public record Visit(
    VisitId id,
    VenueId venue,
    PersonId person,
    Optional<Observation> entry,
    Optional<Observation> exit,
    Optional<Instant> lastSeen) {
  public Visit {
    if (entry.isEmpty() && exit.isEmpty()) {
      throw new IllegalArgumentException("a visit has an entry or an exit");
    }
  }
}
