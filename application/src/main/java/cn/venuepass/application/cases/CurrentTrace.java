package cn.venuepass.application.cases;

import cn.venuepass.domain.cases.Case;
import cn.venuepass.domain.cases.Revision;
import java.util.Optional;

/** The contacts of a case as they are now, without tracing anew for every look. */
@FunctionalInterface
public interface CurrentTrace {

  /**
   * The latest revision, of a trace that is at most some seconds old while the case is open;
   * nothing of a case that was closed before its first trace.
   */
  Optional<Revision> current(Case traced);
}
