package cn.venuepass.application.venue;

import cn.venuepass.application.CreationKey;
import cn.venuepass.application.Result;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueDetails;
import java.util.Optional;

/** Applies for a venue's codes (notice, appendix, part 1). */
@FunctionalInterface
public interface ApplyForVenue {

  /**
   * A new venue that waits for review. Throws {@link cn.venuepass.domain.InvalidValue} when type or
   * community are unknown, or the parent is no approved venue of the same applicant, or has a
   * parent.
   */
  Result<Venue> apply(AccountId applicant, VenueDetails details, Optional<CreationKey> key);
}
