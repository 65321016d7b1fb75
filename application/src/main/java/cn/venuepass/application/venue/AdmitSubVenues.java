package cn.venuepass.application.venue;

import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueId;
import java.util.List;

/**
 * The applicant of a venue decides which others are parts of it. One of the same applicant is so
 * from the start; one of somebody else only once this one agrees. All deny with NOT_FOUND.
 */
public interface AdmitSubVenues {

  /** The venues that name this one as their parent, agreed or not, in the order of application. */
  Result<List<Venue>> list(Caller.Resident applicant, VenueId parent);

  /** From now on whoever leaves the parent has left the sub-venue. */
  Result<Venue> agree(Caller.Resident applicant, VenueId parent, VenueId child);

  /**
   * Declines a venue that names this one, or ends what was agreed; denied with VENUE_LOCKED too,
   * while a control order holds on either of them.
   */
  Result<Venue> dismiss(Caller.Resident applicant, VenueId parent, VenueId child);
}
