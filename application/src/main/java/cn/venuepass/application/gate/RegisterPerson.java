package cn.venuepass.application.gate;

import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.ScanId;
import cn.venuepass.domain.visit.ScanRecord;
import java.util.Optional;

/**
 * A manager registers somebody without a phone: scans a pass code (扫通行码登记) or types an ID number
 * (手工登记; notice, appendix, part 3).
 */
@FunctionalInterface
public interface RegisterPerson {

  /**
   * Registers the person, who may be seen for the first time. Denied with NOT_FOUND, {@link
   * cn.venuepass.application.Denial.ManagerNotActive}, UNKNOWN_CODE or PASS_CODE_EXPIRED (a forged
   * code asks no store), or too many requests.
   */
  Result<Registered> register(Caller.Resident manager, VenueId venue, Registration registration);

  /**
   * Whom a manager registers, and which way they go.
   *
   * @param overCapacity whether to let the person in even if the venue is full
   */
  record Registration(
      ScanId scan, Direction direction, Credential credential, boolean overCapacity) {}

  /**
   * The answer.
   *
   * @param maskedName so much of the name that the manager knows the right one stands there; empty
   *     for who is refused, whose name is none of the venue's business
   */
  record Registered(ScanRecord record, Optional<String> maskedName) {}
}
