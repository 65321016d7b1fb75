package cn.venuepass.domain.posterlife;

import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.VisitId;
import java.time.Instant;

/**
 * The passage of a visit that may be doubted.
 *
 * @param begin where the visit stands among the venue's: its entry, else the earliest possible one
 * @param direction which end of the visit it is
 */
public record DoubtfulScan(
    VenueId venue, Instant begin, VisitId visit, Direction direction, Instant at) {}
