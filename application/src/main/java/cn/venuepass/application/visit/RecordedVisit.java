package cn.venuepass.application.visit;

import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.Doubt;
import cn.venuepass.domain.visit.Visit;
import cn.venuepass.domain.visit.VisitedVenue;
import java.time.Instant;

/**
 * A visit as it is stored, with what is needed to infer the stay.
 *
 * @param from its place in the order of visits: the observed entry, else the earliest possible one
 * @param family the venue's parent, or the venue itself if it has none
 * @param overCapacity whether the person came in although the venue was full
 * @param doubt whether its scans may have been made elsewhere
 */
public record RecordedVisit(
    Visit visit,
    Instant from,
    VisitedVenue venue,
    VenueId family,
    StayRules rules,
    boolean overCapacity,
    Doubt doubt) {}
