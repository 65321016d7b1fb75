package cn.venuepass.rest.cases;

import cn.venuepass.domain.cases.TakenStatement;
import cn.venuepass.domain.cases.TakenStatement.Withdrawal;
import cn.venuepass.domain.tracing.Statement;
import cn.venuepass.domain.visit.VisitId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody told of a stay.
 *
 * @param withdrawnBy the account of whoever withdrew it
 */
record StatementResponse(
    UUID id,
    UUID personRef,
    @Nullable UUID visitId,
    UUID venueId,
    @Nullable Instant enteredAt,
    @Nullable Instant leftAt,
    @Nullable String note,
    Instant at,
    @Nullable Instant withdrawnAt,
    @Nullable UUID withdrawnBy) {
  static StatementResponse of(Statement told) {
    return of(TakenStatement.standing(told));
  }

  static StatementResponse of(TakenStatement taken) {
    Statement told = taken.told();
    return new StatementResponse(
        told.id().value(),
        told.person().value(),
        told.visit().map(VisitId::value).orElse(null),
        told.venue().value(),
        told.entered().orElse(null),
        told.left().orElse(null),
        told.note().orElse(null),
        told.at(),
        taken.withdrawal().map(Withdrawal::at).orElse(null),
        taken.withdrawal().map(end -> end.by().value()).orElse(null));
  }

  @Override
  public String toString() {
    return "StatementResponse[***]";
  }
}
