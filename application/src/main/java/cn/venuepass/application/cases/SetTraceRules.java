package cn.venuepass.application.cases;

import cn.venuepass.application.Result;
import cn.venuepass.application.tracing.TraceParametersRepository.Made;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.tracing.TraceParameters;
import java.util.List;

/** The rules of all traces, which administrators of the whole tree change. */
public interface SetTraceRules {

  TraceParameters current();

  /** All versions that somebody made, the latest first. */
  List<Made> history();

  /**
   * Makes the next version. Denied with {@code BEYOND_JURISDICTION}, or {@code CHANGED_MEANWHILE}
   * unless the version before is the current one.
   *
   * @throws cn.venuepass.domain.InvalidValue when a type is unknown
   */
  Result<TraceParameters> set(Caller.Staff administrator, TraceParameters next);
}
