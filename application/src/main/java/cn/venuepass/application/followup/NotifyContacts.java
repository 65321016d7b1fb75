package cn.venuepass.application.followup;

import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.tracing.ContactGrade;
import java.util.Set;

/** Tells contacts who have an account that they may have met somebody infected. */
@FunctionalInterface
public interface NotifyContacts {

  /**
   * Tells each of them once per case, whoever asks how often. What the notice says names neither
   * the case nor anybody else. Denied like {@link FollowContacts}, and with {@code ONLY_A_DRILL} in
   * a drill.
   */
  Result<Told> tell(Caller.Staff member, CaseId of, Set<ContactGrade> grades, Set<Integer> rings);

  /**
   * What came of it.
   *
   * @param told how many were told now
   * @param before how many were told earlier
   * @param withoutAccount how many nobody can tell but by a call
   */
  record Told(int told, int before, int withoutAccount) {}
}
