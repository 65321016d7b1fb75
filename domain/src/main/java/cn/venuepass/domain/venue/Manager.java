package cn.venuepass.domain.venue;

import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.person.PersonName;
import java.time.Instant;

/**
 * A person who may register others at a venue and see who is inside.
 *
 * @param name as whoever added the manager typed it
 * @param maskedIdNumber the only part of the number that is shown again
 * @param activeFrom before this the appointment gives no right (notice, appendix, part 2, step 4)
 */
public record Manager(
    ManagerId id,
    VenueId venue,
    PersonId person,
    PersonName name,
    String maskedIdNumber,
    Instant addedAt,
    Instant activeFrom) {

  public boolean activeAt(Instant at) {
    return !at.isBefore(activeFrom);
  }
}
