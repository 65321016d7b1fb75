package cn.venuepass.application.venue;

import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.venue.VenueId;

/** Shows a venue to its applicant, its managers and the reviewers of its community. */
@FunctionalInterface
public interface ViewVenue {
  Result<MyVenue> view(Caller caller, VenueId venue);
}
