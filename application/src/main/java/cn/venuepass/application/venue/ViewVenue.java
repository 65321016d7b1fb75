package cn.venuepass.application.venue;

import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueId;

/** Shows a venue to its applicant, its managers and the reviewers of its community. */
@FunctionalInterface
public interface ViewVenue {
  Result<Venue> view(Caller caller, VenueId venue);
}
