package cn.venuepass.domain.tracing;

import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueTypeCode;
import cn.venuepass.domain.visit.VisitedVenue;

/**
 * A venue as a trace needs it.
 *
 * @param family the venue's parent, or the venue itself if it has none
 * @param within whether it lies below the division that is looked at
 */
public record TracedVenue(
    VisitedVenue venue, VenueId family, VenueTypeCode type, StayRules rules, boolean within) {

  public VenueId id() {
    return venue.id();
  }
}
