package cn.venuepass.rest.control;

import cn.venuepass.domain.control.ControlAppeal;
import cn.venuepass.domain.control.ControlAppeal.Decision;
import cn.venuepass.domain.control.ControlNote;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An appeal against a control order, with its answer. */
record AppealResponse(
    UUID id,
    UUID orderId,
    String text,
    Instant madeAt,
    Instant dueAt,
    boolean overdue,
    ControlAppeal.Status status,
    @Nullable String answer,
    @Nullable Instant decidedAt) {
  static AppealResponse of(ControlAppeal appeal, Instant now) {
    return new AppealResponse(
        appeal.id().value(),
        appeal.order().value(),
        appeal.text().text(),
        appeal.madeAt(),
        appeal.dueAt(),
        appeal.isOverdue(now),
        appeal.status(),
        appeal.decision().flatMap(Decision::answer).map(ControlNote::text).orElse(null),
        appeal.decision().map(Decision::signed).map(signed -> signed.at()).orElse(null));
  }

  @Override
  public String toString() {
    return "AppealResponse[" + id + ", ***]";
  }
}
