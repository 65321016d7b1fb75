package cn.venuepass.application.gate;

import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.gate.NoPhoneParity;
import cn.venuepass.domain.venue.VenueId;
import java.time.Instant;

/** How well a venue serves people without a phone: for its managers, reviewers and supervisors. */
@FunctionalInterface
public interface ViewNoPhoneParity {

  /**
   * The figures of the half-open interval. Denied with NOT_FOUND, VENUE_NOT_APPROVED or {@link
   * cn.venuepass.application.Denial.ManagerNotActive}.
   */
  Result<NoPhoneParity> view(Caller caller, VenueId venue, Instant from, Instant to);
}
