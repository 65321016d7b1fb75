package cn.venuepass.application.gate;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.venue.Capacity;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.ScanMethod;
import cn.venuepass.domain.visit.VisitId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who is inside a venue now, for its managers. All deny with NOT_FOUND or {@link
 * cn.venuepass.application.Denial.ManagerNotActive}.
 */
public interface ViewOccupancy {

  Result<Occupancy> view(Caller.Resident manager, VenueId venue, PageRequest request);

  /**
   * Those inside whose name contains the text, the latest entry first, 50 at most; looked for among
   * the 5,000 who entered last. Limited and logged like the typing of ID numbers. Denied with too
   * many requests as well.
   */
  Result<List<MaskedPerson>> searchByName(Caller.Resident manager, VenueId venue, String name);

  /**
   * The one inside whom a credential shows, if inside. Denied with UNKNOWN_CODE, PASS_CODE_EXPIRED
   * or too many requests as well.
   */
  Result<List<MaskedPerson>> search(Caller.Resident manager, VenueId venue, Credential credential);

  /** The head-count, and the people as a manager may see them. */
  record Occupancy(int inside, Optional<Capacity> capacity, Page<MaskedPerson> people) {}

  /**
   * Somebody inside, named by the visit so that nobody can be followed from visit to visit.
   *
   * @param staff whether the person works there
   */
  record MaskedPerson(
      VisitId visit, String maskedName, Instant since, ScanMethod method, boolean staff) {}
}
