package cn.venuepass.application.gate;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.Doubt;
import cn.venuepass.domain.visit.Stay;
import cn.venuepass.domain.visit.Visit;
import java.time.Instant;

/** Who came to a venue, for its managers. */
@FunctionalInterface
public interface ViewVenueVisits {

  /**
   * The visits that began or ended in the half-open interval, the latest beginning first. Denied
   * with NOT_FOUND or {@link cn.venuepass.application.Denial.ManagerNotActive}.
   */
  Result<Page<MaskedVisit>> list(
      Caller.Resident manager, VenueId venue, Instant from, Instant to, PageRequest request);

  /**
   * A visit as a manager may see it. Its stay says nothing of where else the person went.
   *
   * @param staff whether it is a visit of somebody who works there
   * @param overCapacity whether the person came in although the venue was full
   */
  record MaskedVisit(
      Visit visit,
      String maskedName,
      Stay stay,
      boolean staff,
      boolean overCapacity,
      Doubt doubt) {}
}
