package cn.venuepass.domain.retention;

import static java.util.Objects.requireNonNull;

import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.VenueId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What an open case needs longer than data is kept otherwise: what a person did, what went on at a
 * venue, or what that person did there, between two times, both included.
 */
public record RetentionHold(
    RetentionHoldId id,
    UUID caseId,
    Optional<PersonId> person,
    Optional<VenueId> venue,
    Instant from,
    Instant to,
    Instant since) {
  public RetentionHold {
    requireNonNull(id, "id");
    requireNonNull(caseId, "caseId");
    requireNonNull(since, "since");
    if (person.isEmpty() && venue.isEmpty()) {
      throw new IllegalArgumentException("a hold is of a person, of a venue, or of both");
    }
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("a hold ends after it begins");
    }
  }

  /** Whether it holds something that the person did at the venue in that time. */
  public boolean holds(PersonId who, VenueId where, Instant began, Instant ended) {
    return person.filter(held -> !held.equals(who)).isEmpty()
        && venue.filter(held -> !held.equals(where)).isEmpty()
        && !began.isAfter(to)
        && !ended.isBefore(from);
  }
}
