package cn.venuepass.application.cases;

import cn.venuepass.domain.cases.Case;
import cn.venuepass.domain.cases.Revision;

/** The contacts of a case as they are now, without tracing anew for every look. */
@FunctionalInterface
public interface CurrentTrace {

  /** The latest revision, of a trace that is at most some seconds old. */
  Revision current(Case traced);
}
