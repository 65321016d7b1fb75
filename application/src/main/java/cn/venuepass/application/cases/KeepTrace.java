package cn.venuepass.application.cases;

import cn.venuepass.domain.cases.Case;
import cn.venuepass.domain.cases.Revision;
import java.util.Optional;

/** Keeps the list of contacts what the evidence says now. */
public interface KeepTrace {

  /**
   * Traces the case anew; where contacts came, went or changed their grade, that is a new revision.
   *
   * @return the latest revision; nothing of a case that was closed before its first trace
   */
  Optional<Revision> keep(Case traced);
}
