package cn.venuepass.application.gate;

import cn.venuepass.application.CreationKey;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.gate.TurnedAway;
import cn.venuepass.domain.venue.VenueId;
import java.util.Optional;

/**
 * Who will not register is not let in; a manager notes it (notice, on what venues must do). All
 * deny with NOT_FOUND or {@link cn.venuepass.application.Denial.ManagerNotActive}.
 */
public interface TurnAway {

  Result<TurnedAway> note(
      Caller.Resident manager, VenueId venue, TurnedAway.Words words, Optional<CreationKey> key);

  /** What the venue's managers noted, the latest first. */
  Result<Page<TurnedAway>> list(Caller.Resident manager, VenueId venue, PageRequest request);
}
