package cn.venuepass.application.gate;

import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.gate.DeviceId;
import cn.venuepass.domain.gate.SequenceNumber;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.ScanId;
import cn.venuepass.domain.visit.ScanRecord;
import java.time.Instant;
import java.util.List;

/**
 * A gate that had no network hands in what it kept. It may do so in any order, in parts, and as
 * often as it likes, also after its venue was removed.
 */
@FunctionalInterface
public interface UploadRegistrations {

  /** How many scans one upload holds at most. */
  int MOST = 500;

  /**
   * Stores each scan once, or says what is wrong with it; a wrong one harms no other. Each is
   * denied with UNKNOWN_CODE, PASS_CODE_EXPIRED, DEVICE_TIME_AHEAD or DEVICE_TIME_TOO_OLD; whether
   * a code was good is asked of the time at which the device read it. The whole is denied with
   * NOT_FOUND, VENUE_NOT_APPROVED, {@link cn.venuepass.application.Denial.ManagerNotActive} or too
   * many requests, and then nothing is stored.
   *
   * @return the answers, in the order of the scans
   */
  Result<List<Result<ScanRecord>>> upload(Caller.Resident manager, VenueId venue, Upload upload);

  /**
   * What a device hands in.
   *
   * @param unreadable the numbers of items that arrived but make no scan
   */
  record Upload(DeviceId device, List<KeptScan> scans, List<SequenceNumber> unreadable) {}

  /**
   * A scan that a device kept.
   *
   * @param at when it was, by the device's clock
   */
  record KeptScan(
      ScanId scan,
      SequenceNumber sequence,
      Instant at,
      Direction direction,
      Credential credential) {}
}
