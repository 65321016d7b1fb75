package cn.venuepass.rest.visit;

import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.visit.RefusalReason;
import cn.venuepass.domain.visit.ScanOutcome;
import cn.venuepass.domain.visit.ScanRecord;
import cn.venuepass.domain.visit.ScanRecord.CompanionRecord;
import cn.venuepass.domain.visit.VisitId;
import cn.venuepass.domain.visit.VisitedVenue;
import cn.venuepass.rest.problem.Messages;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a scan; with companions only if there were some.
 *
 * @param helpPhone whom to call, for whoever may be kept out by a control order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScanResponse(
    String scanId,
    ScanOutcome.Kind outcome,
    String message,
    @Nullable RefusalReason reason,
    VenueReference venue,
    Direction direction,
    Instant at,
    @Nullable Instant since,
    @Nullable Long stayMinutes,
    @Nullable UUID visitId,
    @Nullable String helpPhone,
    @Nullable List<CompanionResponse> companions) {

  public static ScanResponse of(ScanRecord record, Messages messages) {
    return new ScanResponse(
        record.scan().text(),
        record.outcome().kind(),
        messages.of(record.outcome()),
        reason(record.outcome()),
        VenueReference.of(record.venue()),
        record.direction(),
        record.at(),
        record.since().orElse(null),
        record.stay().map(Duration::toMinutes).orElse(null),
        record.visit().map(VisitId::value).orElse(null),
        isByOrder(record.outcome()) ? messages.helpPhone() : null,
        companions(record, messages));
  }

  private static @Nullable List<CompanionResponse> companions(
      ScanRecord record, Messages messages) {
    return record.companions().isEmpty()
        ? null
        : record.companions().stream()
            .map(companion -> CompanionResponse.of(companion, messages))
            .toList();
  }

  private static boolean isByOrder(ScanOutcome outcome) {
    RefusalReason reason = reason(outcome);
    return reason == RefusalReason.ADMISSION_CONTROLLED || reason == RefusalReason.VENUE_CLOSED;
  }

  private static @Nullable RefusalReason reason(ScanOutcome outcome) {
    return outcome instanceof ScanOutcome.Refused refused ? refused.reason() : null;
  }

  /** The answer for a family member who came along. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record CompanionResponse(
      UUID familyId, ScanOutcome.Kind outcome, String message, @Nullable RefusalReason reason) {
    static CompanionResponse of(CompanionRecord companion, Messages messages) {
      return new CompanionResponse(
          companion.family().value(),
          companion.outcome().kind(),
          messages.of(companion.outcome()),
          ScanResponse.reason(companion.outcome()));
    }
  }

  /** A venue by id and name. */
  public record VenueReference(UUID id, String name) {
    public static VenueReference of(VisitedVenue venue) {
      return new VenueReference(venue.id().value(), venue.name().text());
    }
  }
}
