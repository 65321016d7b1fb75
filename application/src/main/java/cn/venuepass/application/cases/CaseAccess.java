package cn.venuepass.application.cases;

import static cn.venuepass.application.Denial.Plain.CASE_CLOSED;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static cn.venuepass.application.Denial.Plain.NOT_ON_TEAM;
import static cn.venuepass.application.Denial.Plain.NOT_THE_OWNER;

import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.cases.Case;
import cn.venuepass.domain.cases.CaseId;

/**
 * Who may see what of a case: everybody of its jurisdiction that there is one, its team all of it,
 * and people's data only while it is open.
 */
public final class CaseAccess {
  private final CaseRepository cases;

  public CaseAccess(CaseRepository cases) {
    this.cases = cases;
  }

  /** The case; {@code NOT_FOUND} outside the caller's jurisdiction. */
  public Result<Case> toKnow(Caller.Staff caller, CaseId id) {
    return Result.of(cases.findWithin(caller.account().jurisdiction(), id), NOT_FOUND);
  }

  /** The case for its team; {@code NOT_ON_TEAM} for others. */
  public Result<Case> toWork(Caller.Staff caller, CaseId id) {
    return toKnow(caller, id)
        .flatMap(
            found ->
                found.team().contains(caller.account().id())
                    ? Result.done(found)
                    : Result.denied(NOT_ON_TEAM));
  }

  /**
   * The open case for its owner, who alone closes it and says who works on it; {@code
   * NOT_THE_OWNER} for the rest of the team. A drill is everybody's of its team.
   */
  public Result<Case> toConduct(Caller.Staff caller, CaseId id) {
    return toLook(caller, id)
        .flatMap(
            found ->
                found.drill() || found.owner().equals(caller.account().id())
                    ? Result.done(found)
                    : Result.denied(NOT_THE_OWNER));
  }

  /** The open case, to look at people's data for it; {@code CASE_CLOSED} when it is over. */
  public Result<Case> toLook(Caller.Staff caller, CaseId id) {
    return toWork(caller, id)
        .flatMap(found -> found.isOpen() ? Result.done(found) : Result.denied(CASE_CLOSED));
  }
}
