package cn.venuepass.domain.visit;

import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.PosterId;
import cn.venuepass.domain.venue.VenueId;

/** Which door a scan is for. */
public sealed interface ScanTarget {
  /** The door and the direction that a poster hangs for. */
  record AtPoster(PosterId poster) implements ScanTarget {}

  /** A venue whose manager registers somebody. */
  record AtVenue(VenueId venue, Direction direction) implements ScanTarget {}

  /** The way out of one open visit, and of no other. */
  record OutOfVisit(VenueId venue, VisitId visit) implements ScanTarget {}
}
