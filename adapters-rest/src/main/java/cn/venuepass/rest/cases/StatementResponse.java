package cn.venuepass.rest.cases;

import cn.venuepass.domain.tracing.Statement;
import cn.venuepass.domain.visit.VisitId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody told of a stay. */
record StatementResponse(
    UUID id,
    UUID personRef,
    @Nullable UUID visitId,
    UUID venueId,
    @Nullable Instant enteredAt,
    @Nullable Instant leftAt,
    @Nullable String note,
    Instant at) {
  static StatementResponse of(Statement told) {
    return new StatementResponse(
        told.id().value(),
        told.person().value(),
        told.visit().map(VisitId::value).orElse(null),
        told.venue().value(),
        told.entered().orElse(null),
        told.left().orElse(null),
        told.note().orElse(null),
        told.at());
  }

  @Override
  public String toString() {
    return "StatementResponse[***]";
  }
}
