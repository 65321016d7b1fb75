package cn.venuepass.application.privacy;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.privacy.DataRequest;
import cn.venuepass.domain.privacy.DataRequestId;

/**
 * Staff answer what people ask about their data: the reviewer of the venue's community what is
 * about a visit, an administrator of the tree's root everything else.
 */
public interface AnswerDataRequests {

  /** The requests that are the caller's to answer, the oldest first. Noted in the audit log. */
  Page<Asked> list(Caller.Staff staff, DataRequest.Status status, PageRequest request);

  /**
   * Decides, for good; a correction is accepted or declined, and changes no evidence. Denied with
   * NOT_FOUND or DATA_REQUEST_DECIDED.
   */
  Result<Asked> decide(Caller.Staff staff, DataRequestId id, boolean accepted, String answer);

  /** A request with the masked name of who asks. */
  record Asked(DataRequest request, String maskedName) {}
}
