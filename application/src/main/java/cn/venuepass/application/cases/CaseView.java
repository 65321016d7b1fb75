package cn.venuepass.application.cases;

import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.access.Username;
import cn.venuepass.domain.cases.Case;
import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.cases.Revision;
import cn.venuepass.domain.tracing.Interval;
import java.util.List;
import java.util.Optional;

/**
 * A case as its jurisdiction sees it.
 *
 * @param window the infectious window as far as it has come
 * @param owner the name of the owner's account
 * @param team who works on it, in the order of their names
 * @param own whether who asks is of the team; others see only that there is the case
 * @param index the person under investigation; only for the team of an open case, and not in lists
 * @param latest the latest revision of its contacts; not in lists
 * @param alsoOpen other open cases of the same person in the jurisdiction of who asks; only for the
 *     team of an open case, and not in lists
 */
public record CaseView(
    Case of,
    Interval window,
    Username owner,
    List<Member> team,
    boolean own,
    Optional<ShownPerson> index,
    Optional<Revision> latest,
    List<CaseId> alsoOpen) {

  /** Somebody of the team, by the account and its name. */
  public record Member(StaffId id, Username name) {}
}
