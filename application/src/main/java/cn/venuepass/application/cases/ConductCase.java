package cn.venuepass.application.cases;

import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Username;
import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.cases.Illness;
import java.util.Set;

/**
 * The team of a case conducts it until it is closed. Denied with {@code NOT_FOUND}, {@code
 * NOT_ON_TEAM}, {@code CASE_CLOSED}, or {@code CHANGED_MEANWHILE}.
 */
public interface ConductCase {

  /** Corrects what is known of the illness, and traces anew. */
  Result<CaseView> correct(Caller.Staff tracer, CaseId of, Illness illness);

  /**
   * Says who works on it beside the owner.
   *
   * @throws cn.venuepass.domain.InvalidValue when one is not an enabled tracer who answers for the
   *     case's division
   */
  Result<CaseView> staff(Caller.Staff tracer, CaseId of, Set<Username> members);

  /**
   * Hands it over, with the division that it looks at: by its owner, or by a tracer who answers for
   * more. Members who do not answer for the new division leave the team.
   *
   * @throws cn.venuepass.domain.InvalidValue when the new owner is no enabled tracer
   */
  Result<CaseView> handOver(Caller.Staff tracer, CaseId of, Username to);

  /** Closes it for good: nothing is held for it any more, and nobody's data looked at. */
  Result<CaseView> close(Caller.Staff tracer, CaseId of, String report);
}
