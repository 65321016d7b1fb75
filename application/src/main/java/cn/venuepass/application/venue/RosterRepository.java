package cn.venuepass.application.venue;

import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.RosterEntry;
import cn.venuepass.domain.venue.RosterEntryId;
import cn.venuepass.domain.venue.VenueId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Who works, and worked, at which venue. */
public interface RosterRepository {

  /**
   * Adds an entry. Of concurrent calls for one person at one venue one succeeds.
   *
   * @return false, with nothing changed, when that person is on that roster now
   */
  boolean add(RosterEntry entry);

  Optional<RosterEntry> find(VenueId venue, RosterEntryId entry);

  /** The entries of those who work there now, in the order of their {@code since}. */
  List<RosterEntry> listOf(VenueId venue);

  /** All entries of these people, ended ones too. */
  List<RosterEntry> entriesOf(VenueId venue, Collection<PersonId> people);

  /**
   * Ends an entry.
   *
   * @return false when the venue has no such entry, or it has ended
   */
  boolean end(VenueId venue, RosterEntryId entry, Instant at);
}
