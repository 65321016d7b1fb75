package cn.venuepass.application.venue;

import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueId;

/** Removes a venue: its posters die, its visits stay. */
@FunctionalInterface
public interface RemoveVenue {

  /**
   * By the applicant unless approved (VENUE_APPROVED), by the community's reviewer always; by
   * nobody while a control order holds on it or its parent (VENUE_LOCKED).
   */
  Result<Venue> remove(Caller caller, VenueId venue);
}
