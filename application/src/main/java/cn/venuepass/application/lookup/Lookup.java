package cn.venuepass.application.lookup;

import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.VenueId;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody typed another person's ID number, or found them by a part of their name.
 *
 * @param person whose number it was; empty if nobody was known by it
 * @param venue the venue for which they did, if for one
 */
public record Lookup(
    AccountId by, Optional<PersonId> person, Purpose purpose, Optional<VenueId> venue, Instant at) {

  /** What for. */
  public enum Purpose {
    REGISTRATION,
    SEARCH_INSIDE,
    FAMILY,
    ROSTER,
    MANAGER
  }
}
