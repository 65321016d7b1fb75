package cn.venuepass.application.cases;

import cn.venuepass.application.CreationKey;
import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.cases.TakenStatement;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.tracing.Statement;
import cn.venuepass.domain.tracing.StatementId;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.VisitId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The team writes down what people say of their stays. */
public interface TakeStatements {

  /**
   * Takes a statement, and traces anew. Denied with {@code STATEMENTS_FULL} too.
   *
   * @throws cn.venuepass.domain.InvalidValue when the person is neither the index person nor a
   *     contact, the visit is not theirs, the venue lies outside the case's division, or a time in
   *     the future, far outside what the case looks at, or against what the scans of the visit
   *     allow
   */
  Result<Statement> take(Caller.Staff tracer, CaseId of, Told told, Optional<CreationKey> key);

  /** All of a case, withdrawn ones too, in the order of their telling. */
  Result<List<TakenStatement>> list(Caller.Staff tracer, CaseId of);

  /**
   * Withdraws a statement, and traces anew without it; one that is withdrawn already stays so.
   * Denied with {@code NOT_FOUND} if the case has none such.
   */
  Result<TakenStatement> withdraw(Caller.Staff tracer, CaseId of, StatementId told);

  /**
   * What was told.
   *
   * @param person the index person if absent
   * @param visit of a stay that was scanned; else the venue
   */
  record Told(
      Optional<PersonId> person,
      Optional<VisitId> visit,
      Optional<VenueId> venue,
      Optional<Instant> entered,
      Optional<Instant> left,
      Optional<String> note) {
    @Override
    public String toString() {
      return "Told[***]";
    }
  }
}
