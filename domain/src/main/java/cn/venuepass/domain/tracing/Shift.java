package cn.venuepass.domain.tracing;

import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.VenueId;
import java.time.Instant;
import java.util.Optional;

/**
 * That somebody works, or worked, at a venue.
 *
 * @param until when the person was taken off the roster
 */
public record Shift(PersonId person, VenueId venue, Instant since, Optional<Instant> until) {

  boolean covers(Instant at) {
    return !at.isBefore(since) && until.filter(end -> !at.isBefore(end)).isEmpty();
  }
}
