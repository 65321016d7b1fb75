package cn.venuepass.application.venue;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.venue.RejectionReason;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueStatus;

/**
 * The community's review of applications. A decision about a venue that is decided already is
 * denied with VENUE_APPROVED or VENUE_REJECTED.
 */
public interface ReviewVenues {

  /** The queue of the reviewer's jurisdiction or a part of it, oldest first. */
  Page<Venue> queue(
      Caller.Staff reviewer, Narrowing narrowing, VenueStatus status, PageRequest request);

  /** Approves, and issues one poster for each direction. */
  Result<Venue> approve(Caller.Staff reviewer, VenueId venue);

  Result<Venue> reject(Caller.Staff reviewer, VenueId venue, RejectionReason reason);
}
