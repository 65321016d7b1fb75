package cn.venuepass.application.venue;

import cn.venuepass.application.Result;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueDetails;
import cn.venuepass.domain.venue.VenueId;

/** Corrects an application and sends it (again) for review. */
@FunctionalInterface
public interface CorrectVenue {

  /** Denied with VENUE_APPROVED once approved; invalid values as when applying. */
  Result<Venue> correct(AccountId applicant, VenueId venue, VenueDetails details);
}
