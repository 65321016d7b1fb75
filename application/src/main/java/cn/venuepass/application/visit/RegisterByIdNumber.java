package cn.venuepass.application.visit;

import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.person.PersonName;
import cn.venuepass.domain.person.ResidentIdNumber;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.ScanId;
import cn.venuepass.domain.visit.ScanRecord;
import java.util.Optional;

/** A manager registers somebody without a phone (手工登记; notice, appendix, part 3, step 3). */
@FunctionalInterface
public interface RegisterByIdNumber {

  /** Denied with NOT_FOUND or {@link cn.venuepass.application.Denial.ManagerNotActive}. */
  Result<ScanRecord> register(Caller.Resident manager, VenueId venue, Registration registration);

  /** Whom a manager registers, and which way they go. */
  record Registration(
      ScanId scan, Direction direction, ResidentIdNumber idNumber, Optional<PersonName> name) {}
}
