package cn.venuepass.application.visit;

import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.visit.ScanId;
import cn.venuepass.domain.visit.ScanRecord;

/** A resident scans a poster: the heart of the service. */
@FunctionalInterface
public interface RegisterScan {

  /**
   * Registers the scan. Denied with UNKNOWN_CODE (a forged code asks no store) or
   * IDENTITY_REQUIRED.
   *
   * @param code the poster's URL or its last part
   */
  Result<ScanRecord> register(Caller.Resident resident, ScanId scan, String code);
}
