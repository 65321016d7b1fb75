package cn.venuepass.application.visit;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.visit.Stay;
import cn.venuepass.domain.visit.Visit;
import cn.venuepass.domain.visit.VisitedVenue;
import java.time.Instant;

/** A resident's own record. */
@FunctionalInterface
public interface ListMyVisits {

  /** The visits that began or ended in the half-open interval, the latest beginning first. */
  Page<MyVisit> list(Caller.Resident resident, Instant from, Instant to, PageRequest request);

  /** A visit with the stay that follows from it. */
  record MyVisit(Visit visit, VisitedVenue venue, Stay stay) {}
}
