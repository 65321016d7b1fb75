package cn.venuepass.domain.venue;

import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.person.PersonName;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who works at a venue and is not its visitor.
 *
 * @param name as whoever added the entry typed it
 * @param maskedIdNumber the only part of the number that is shown again
 * @param since from when on visits are those of staff; may lie before the entry was made
 * @param until when the person was taken off the roster; earlier visits stay those of staff
 */
public record RosterEntry(
    RosterEntryId id,
    VenueId venue,
    PersonId person,
    PersonName name,
    String maskedIdNumber,
    Instant since,
    Optional<Instant> until) {

  public boolean coversVisitAt(Instant at) {
    return !at.isBefore(since) && until.filter(end -> !at.isBefore(end)).isEmpty();
  }
}
