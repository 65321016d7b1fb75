package cn.venuepass.application.cases;

import cn.venuepass.application.Result;
import cn.venuepass.application.cases.ViewContacts.Listed;
import cn.venuepass.application.cases.ViewContacts.Part;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.cases.CallPlan;
import cn.venuepass.domain.cases.CaseId;

/** Whom a team of an open case calls that can make only so many calls. */
public interface FitToCapacity {
  /** How many calls can be asked for. */
  int MOST_CALLS = 10_000;

  /** How many fall in and out, and at which line; nobody is shown. */
  Result<CallPlan> plan(Caller.Staff tracer, CaseId of, int calls);

  /** Those who fall in, the highest risk of both rings first; who is shown is noted. */
  Result<Listed> list(Caller.Staff tracer, CaseId of, int calls, Part part);
}
