package cn.venuepass.application.cases;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.cases.CaseId;

/** The cases of a tracer's jurisdiction. */
public interface ViewCases {

  /** The latest first; nobody's data is shown. */
  Page<CaseView> list(Caller.Staff tracer, CaseRepository.Filter filter, PageRequest request);

  /** One of them. For the team of an open case it shows the index person, which is noted. */
  Result<CaseView> view(Caller.Staff tracer, CaseId id);
}
