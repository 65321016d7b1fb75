package cn.venuepass.application.venue;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.venue.RejectionReason;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * The community's review of applications. A decision about a venue that is decided already is
 * denied with VENUE_APPROVED or VENUE_REJECTED; one about an application that its applicant
 * corrected after the reviewer saw it, with CHANGED_MEANWHILE.
 */
public interface ReviewVenues {

  /** The queue of the reviewer's jurisdiction or a part of it, oldest first. */
  Page<Venue> queue(
      Caller.Staff reviewer, Narrowing narrowing, VenueStatus status, PageRequest request);

  /**
   * Approves, and issues one poster for each direction.
   *
   * @param seen when the application that the reviewer saw was sent, if that is known
   */
  Result<Venue> approve(Caller.Staff reviewer, VenueId venue, Optional<Instant> seen);

  /** Rejects; {@code seen} as in {@link #approve}. */
  Result<Venue> reject(
      Caller.Staff reviewer, VenueId venue, Optional<Instant> seen, RejectionReason reason);
}
