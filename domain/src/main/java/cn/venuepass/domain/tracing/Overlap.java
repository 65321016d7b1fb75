package cn.venuepass.domain.tracing;

import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueName;
import java.time.Instant;

/**
 * Two people at one place at the same time.
 *
 * @param via who exposed them: the index person of a case, or a contact of it in the second ring
 * @param venue where: the venue of both stays, or its parent where they were in different parts of
 *     it
 * @param from when the overlap of that grade begins
 * @param to when it ends
 * @param minutes how long it is, in whole minutes
 * @param nearby whether both were in the very same venue, and not only in parts of one parent
 * @param staff whether the contact worked there then, as its roster says
 */
public record Overlap(
    PersonId via,
    VenueId venue,
    VenueName venueName,
    Instant from,
    Instant to,
    int minutes,
    ContactGrade grade,
    boolean nearby,
    boolean staff) {

  /** The same, where the contact worked. */
  Overlap amongStaff() {
    return new Overlap(via, venue, venueName, from, to, minutes, grade, nearby, true);
  }
}
