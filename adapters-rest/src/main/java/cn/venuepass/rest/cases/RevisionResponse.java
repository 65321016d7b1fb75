package cn.venuepass.rest.cases;

import cn.venuepass.domain.cases.Revision;
import cn.venuepass.domain.cases.Revision.Cause;
import cn.venuepass.domain.cases.Revision.RingCounts;
import cn.venuepass.rest.cases.CaseResponse.WindowResponse;
import java.time.Instant;
import java.util.List;

/** A state of a case's list of contacts. */
record RevisionResponse(
    int number,
    Instant at,
    List<Cause> causes,
    int parameters,
    WindowResponse window,
    RingsResponse contacts,
    RingsResponse left,
    int sourcesLeft,
    int staysOutside) {
  static RevisionResponse of(Revision revision) {
    return new RevisionResponse(
        revision.number(),
        revision.at(),
        revision.causes().stream().sorted().toList(),
        revision.parameters(),
        WindowResponse.of(revision.window()),
        RingsResponse.of(revision.contacts()),
        RingsResponse.of(revision.left()),
        revision.sourcesLeft(),
        revision.staysOutside());
  }

  /** Numbers of both rings. */
  record RingsResponse(int first, int second) {
    static RingsResponse of(RingCounts counts) {
      return new RingsResponse(counts.first(), counts.second());
    }
  }
}
