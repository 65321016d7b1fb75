package cn.venuepass.application.venue;

import cn.venuepass.application.CreationKey;
import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.person.PersonName;
import cn.venuepass.domain.person.ResidentIdNumber;
import cn.venuepass.domain.venue.Manager;
import cn.venuepass.domain.venue.ManagerId;
import cn.venuepass.domain.venue.VenueId;
import java.util.List;
import java.util.Optional;

/** The applicant's care for who manages a venue (notice, appendix, part 2, steps 3 and 4). */
public interface AppointManagers {

  /**
   * Adds a manager, who can work after the activation delay. Denied with VENUE_NOT_APPROVED,
   * MANAGER_EXISTS or too many requests.
   */
  Result<Manager> add(
      Caller.Resident applicant,
      VenueId venue,
      ResidentIdNumber idNumber,
      PersonName name,
      Optional<CreationKey> key);

  Result<List<Manager>> list(Caller.Resident applicant, VenueId venue);

  /** Removes a manager; the rights end at once. */
  Result<ManagerId> remove(Caller.Resident applicant, VenueId venue, ManagerId manager);
}
