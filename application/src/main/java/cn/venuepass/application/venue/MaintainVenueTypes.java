package cn.venuepass.application.venue;

import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.venue.VenueType;
import cn.venuepass.domain.venue.VenueTypeCode;

/**
 * The classification of venues, which is one for the whole tree: only an administrator of a root
 * maintains it; others are denied with BEYOND_JURISDICTION.
 */
public interface MaintainVenueTypes {

  /** Adds a type or replaces the one with its code; scans from now on keep its stays. */
  Result<VenueType> save(Caller.Staff admin, VenueType type);

  /** Removes a type of which there is no venue. Denied with NOT_FOUND or IN_USE. */
  Result<VenueTypeCode> remove(Caller.Staff admin, VenueTypeCode code);
}
