package cn.venuepass.application.cases;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.cases.Case;
import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.cases.TakenStatement;
import cn.venuepass.domain.cases.TakenStatement.Withdrawal;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.tracing.Statement;
import cn.venuepass.domain.tracing.StatementId;
import java.util.List;
import java.util.Optional;

/** Cases, with what was told about them. */
public interface CaseRepository {
  /** How many statements a case holds. */
  int MOST_STATEMENTS = 500;

  void add(Case opened);

  /** The case, if its division lies in the jurisdiction. */
  Optional<Case> findWithin(Jurisdiction jurisdiction, CaseId id);

  /**
   * The case as it stays until the running transaction ends: whoever else wants to change it waits.
   * Only inside a transaction.
   */
  Optional<Case> hold(CaseId id);

  /** The cases whose division lies in the jurisdiction, the latest first. */
  Page<Case> listWithin(Jurisdiction jurisdiction, Filter filter, PageRequest request);

  /** The open cases of that person whose division lies in the jurisdiction, the oldest first. */
  List<CaseId> listOpenOf(PersonId index, Jurisdiction jurisdiction);

  /** All open ones, drills too, the oldest first. */
  List<Case> listOpen();

  /**
   * Stores a case as it is now: its revision is one more than that of the stored one.
   *
   * @return false, with nothing changed, when somebody changed it meanwhile, or it is closed
   */
  boolean replace(Case changed);

  /**
   * Adds what somebody told.
   *
   * @return false, with nothing changed, when the case has {@link #MOST_STATEMENTS}, or is closed
   */
  boolean addStatement(CaseId of, Statement told);

  /** What was told, withdrawn or not, in the order of its telling. */
  List<TakenStatement> statementsOf(CaseId of);

  /**
   * Withdraws a statement for good; of concurrent calls one does.
   *
   * @return false, with nothing changed, when the case has none such that stands, or is closed
   */
  boolean withdrawStatement(CaseId of, StatementId told, Withdrawal withdrawal);

  /** Which cases are listed; what is absent does not narrow. */
  record Filter(Optional<Case.Status> status, Optional<Boolean> drill) {
    public static final Filter ALL = new Filter(Optional.empty(), Optional.empty());
  }
}
