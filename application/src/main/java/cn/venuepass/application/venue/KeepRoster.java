package cn.venuepass.application.venue;

import cn.venuepass.application.CreationKey;
import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.person.PersonName;
import cn.venuepass.domain.person.ResidentIdNumber;
import cn.venuepass.domain.venue.RosterEntry;
import cn.venuepass.domain.venue.RosterEntryId;
import cn.venuepass.domain.venue.VenueId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A venue's managers list who works there. All deny with NOT_FOUND or {@link
 * cn.venuepass.application.Denial.ManagerNotActive}.
 */
public interface KeepRoster {

  /**
   * Adds somebody. Denied with VENUE_NOT_APPROVED, ROSTER_ENTRY_EXISTS or too many requests as
   * well.
   *
   * @param since from when on their visits are those of staff, at most seven days back; from now on
   *     if empty
   * @throws cn.venuepass.domain.InvalidValue when {@code since} is earlier, or lies ahead
   */
  Result<RosterEntry> add(
      Caller.Resident manager,
      VenueId venue,
      ResidentIdNumber idNumber,
      PersonName name,
      Optional<Instant> since,
      Optional<CreationKey> key);

  Result<List<RosterEntry>> list(Caller.Resident manager, VenueId venue);

  /** Takes somebody off; their visits until now stay those of staff. */
  Result<RosterEntryId> remove(Caller.Resident manager, VenueId venue, RosterEntryId entry);
}
