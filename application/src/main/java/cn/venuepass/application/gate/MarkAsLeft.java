package cn.venuepass.application.gate;

import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.ScanId;
import cn.venuepass.domain.visit.ScanRecord;
import cn.venuepass.domain.visit.VisitId;

/** A manager sees that somebody has gone who is still counted as inside. */
@FunctionalInterface
public interface MarkAsLeft {

  /**
   * Ends an open visit now, as observed by the manager. Denied with NOT_FOUND, also when the person
   * is not inside by that visit any more, or ManagerNotActive.
   */
  Result<ScanRecord> mark(Caller.Resident manager, VenueId venue, VisitId visit, ScanId scan);
}
