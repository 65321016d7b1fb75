package cn.venuepass.application.visit;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.venue.Capacity;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.ScanMethod;
import cn.venuepass.domain.visit.VisitId;
import java.time.Instant;
import java.util.Optional;

/** Who is inside a venue now, for its managers. */
@FunctionalInterface
public interface ViewOccupancy {

  /** Denied with NOT_FOUND or {@link cn.venuepass.application.Denial.ManagerNotActive}. */
  Result<Occupancy> view(Caller.Resident manager, VenueId venue, PageRequest request);

  /** The head-count, and the people as a manager may see them. */
  record Occupancy(int inside, Optional<Capacity> capacity, Page<MaskedPerson> people) {}

  /** Somebody inside, named by the visit so that nobody can be followed from visit to visit. */
  record MaskedPerson(VisitId visit, String maskedName, Instant since, ScanMethod method) {}
}
