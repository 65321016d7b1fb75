package cn.venuepass.domain.visit;

import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueName;

/** A venue as those who pass its door know it. */
public record VisitedVenue(VenueId id, VenueName name) {}
