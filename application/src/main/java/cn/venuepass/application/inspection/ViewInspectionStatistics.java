package cn.venuepass.application.inspection;

import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.venue.DivisionCode;
import java.time.Instant;
import java.util.Optional;

/** How much is inspected, and what comes of it. */
public interface ViewInspectionStatistics {

  /**
   * The figures of the inspections that were made in that time.
   *
   * @param division a division of the jurisdiction; if absent, all that the supervisor answers for
   * @throws cn.venuepass.domain.InvalidValue when the time is empty or longer than 366 days
   */
  Result<InspectionStatistics> view(
      Caller.Staff supervisor, Optional<DivisionCode> division, Instant from, Instant to);
}
