package cn.venuepass.application.visit;

import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.person.FamilyLinkId;
import cn.venuepass.domain.visit.ScanId;
import cn.venuepass.domain.visit.ScanRecord;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** A resident scans a poster: the heart of the service. */
@FunctionalInterface
public interface RegisterScan {

  /**
   * Registers the scan. Denied with UNKNOWN_CODE (a forged code asks no store), IDENTITY_REQUIRED,
   * or NOT_FOUND when a companion is none of the resident's family members.
   *
   * @param code the poster's URL or its last part
   * @param companions family members who pass together with the resident
   * @return the answer, as soon as it is stored; nobody need wait for it
   */
  CompletionStage<Result<ScanRecord>> register(
      Caller.Resident resident, ScanId scan, String code, List<FamilyLinkId> companions);
}
