package cn.venuepass.domain.tracing;

import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueTypeCode;
import cn.venuepass.domain.visit.Stay;
import cn.venuepass.domain.visit.VisitId;
import cn.venuepass.domain.visit.VisitedVenue;
import java.util.List;
import java.util.Optional;

/**
 * A stay as a trace sees it: what the scans say, and what the person said beside it.
 *
 * @param visit absent for a stay of which there is only a statement
 * @param family the venue's parent, or the venue itself if it has none
 * @param scanned what the scans alone say; absent where nobody scanned
 * @param stay what is believed, statements included
 */
public record TracedStay(
    PersonId person,
    Optional<VisitId> visit,
    VisitedVenue venue,
    VenueId family,
    VenueTypeCode type,
    Optional<Stay> scanned,
    Stay stay,
    List<StatementId> statements) {}
