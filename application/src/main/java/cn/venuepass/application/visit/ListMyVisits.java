package cn.venuepass.application.visit;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.person.FamilyLinkId;
import cn.venuepass.domain.visit.Doubt;
import cn.venuepass.domain.visit.Stay;
import cn.venuepass.domain.visit.Visit;
import cn.venuepass.domain.visit.VisitedVenue;
import java.time.Instant;
import java.util.Optional;

/** A resident's own record, and that of the family members whom they look after. */
@FunctionalInterface
public interface ListMyVisits {

  /**
   * The visits that began or ended in the half-open interval, the latest beginning first; of family
   * members those since they are looked after.
   */
  Page<MyVisit> list(Caller.Resident resident, Instant from, Instant to, PageRequest request);

  /**
   * A visit with the stay that follows from it.
   *
   * @param family whose visit it is, unless one's own
   */
  record MyVisit(
      Visit visit, VisitedVenue venue, Stay stay, Doubt doubt, Optional<FamilyLinkId> family) {}
}
