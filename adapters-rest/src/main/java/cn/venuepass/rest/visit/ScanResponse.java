package cn.venuepass.rest.visit;

import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.visit.RefusalReason;
import cn.venuepass.domain.visit.ScanOutcome;
import cn.venuepass.domain.visit.ScanRecord;
import cn.venuepass.domain.visit.VisitId;
import cn.venuepass.domain.visit.VisitedVenue;
import cn.venuepass.rest.problem.Messages;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The answer to a scan. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ScanResponse(
    String scanId,
    ScanOutcome.Kind outcome,
    String message,
    @Nullable RefusalReason reason,
    VenueReference venue,
    Direction direction,
    Instant at,
    @Nullable Instant since,
    @Nullable Long stayMinutes,
    @Nullable UUID visitId) {

  static ScanResponse of(ScanRecord record, Messages messages) {
    return new ScanResponse(
        record.scan().text(),
        record.outcome().kind(),
        messages.of(record.outcome()),
        record.outcome() instanceof ScanOutcome.Refused refused ? refused.reason() : null,
        VenueReference.of(record.venue()),
        record.direction(),
        record.at(),
        record.since().orElse(null),
        record.stay().map(Duration::toMinutes).orElse(null),
        record.visit().map(VisitId::value).orElse(null));
  }

  /** A venue by id and name. */
  record VenueReference(UUID id, String name) {
    static VenueReference of(VisitedVenue venue) {
      return new VenueReference(venue.id().value(), venue.name().text());
    }
  }
}
