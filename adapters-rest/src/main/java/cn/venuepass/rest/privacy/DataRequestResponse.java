package cn.venuepass.rest.privacy;

import cn.venuepass.application.privacy.AnswerDataRequests.Asked;
import cn.venuepass.domain.privacy.DataRequest;
import cn.venuepass.domain.privacy.DataRequest.Decision;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request about somebody's data, and the answer.
 *
 * @param maskedName who asks; for staff only
 */
record DataRequestResponse(
    UUID id,
    DataRequest.Kind kind,
    @Nullable UUID visitId,
    @Nullable UUID venueId,
    String text,
    Instant madeAt,
    DataRequest.Status status,
    @Nullable String answer,
    @Nullable Instant decidedAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String maskedName) {
  static DataRequestResponse of(DataRequest request) {
    return of(request, null);
  }

  static DataRequestResponse of(Asked asked) {
    return of(asked.request(), asked.maskedName());
  }

  private static DataRequestResponse of(DataRequest request, @Nullable String maskedName) {
    return new DataRequestResponse(
        request.id().value(),
        request.kind(),
        request.visit().map(about -> about.visit().value()).orElse(null),
        request.visit().map(about -> about.venue().value()).orElse(null),
        request.text(),
        request.madeAt(),
        request.status(),
        request.decision().map(Decision::answer).orElse(null),
        request.decision().map(Decision::at).orElse(null),
        maskedName);
  }

  @Override
  public String toString() {
    return "DataRequestResponse[***]";
  }
}
