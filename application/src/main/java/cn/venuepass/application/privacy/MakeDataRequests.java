package cn.venuepass.application.privacy;

import cn.venuepass.application.CreationKey;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.privacy.DataRequest;
import cn.venuepass.domain.visit.VisitId;
import java.util.Optional;

/** A resident asks to correct data about them or their family, or objects to its use. */
public interface MakeDataRequests {

  /**
   * Makes a request. Denied with IDENTITY_REQUIRED, NOT_FOUND when the visit is none of the
   * resident's or their family's, or DATA_REQUESTS_FULL.
   */
  Result<DataRequest> make(
      Caller.Resident resident,
      DataRequest.Kind kind,
      Optional<VisitId> visit,
      String text,
      Optional<CreationKey> key);

  /** The resident's requests with their answers, the latest first. */
  Page<DataRequest> list(Caller.Resident resident, PageRequest request);
}
