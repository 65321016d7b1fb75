package cn.venuepass.persistence.visit;

import static java.util.Objects.requireNonNull;

import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.visit.RefusalReason;
import cn.venuepass.domain.visit.ScanId;
import cn.venuepass.domain.visit.ScanOutcome;
import cn.venuepass.domain.visit.ScanRecord;
import cn.venuepass.domain.visit.ScanRecord.CompanionRecord;
import cn.venuepass.domain.visit.VisitId;
import cn.venuepass.domain.visit.VisitedVenue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The answer to a scan as it stands in the columns of {@code presence} or {@code scan_receipt}. */
record StoredAnswer(
    String scanId,
    Direction direction,
    Instant at,
    ScanOutcome.Kind outcome,
    @Nullable String reason,
    @Nullable UUID visit,
    @Nullable Instant since) {

  static StoredAnswer of(ScanRecord record) {
    return new StoredAnswer(
        record.scan().text(),
        record.direction(),
        record.at(),
        record.outcome().kind(),
        record.outcome() instanceof ScanOutcome.Refused refused ? refused.reason().name() : null,
        record.visit().map(VisitId::value).orElse(null),
        record.since().orElse(null));
  }

  ScanRecord record(VisitedVenue venue, List<CompanionRecord> companions) {
    return new ScanRecord(new ScanId(scanId), venue, direction, at, scanOutcome(), companions);
  }

  /** Since when the person is inside by this answer: what presence keeps. */
  @Nullable Instant presentSince() {
    return outcome == ScanOutcome.Kind.ENTERED ? at : since;
  }

  ScanOutcome scanOutcome() {
    return switch (outcome) {
      case ENTERED -> new ScanOutcome.Entered(visitId());
      case ALREADY_INSIDE -> new ScanOutcome.AlreadyInside(visitId(), requireNonNull(since));
      case LEFT -> new ScanOutcome.Left(visitId(), requireNonNull(since));
      case LEFT_WITHOUT_ENTRY -> new ScanOutcome.LeftWithoutEntry(visitId());
      case REFUSED -> new ScanOutcome.Refused(RefusalReason.valueOf(requireNonNull(reason)));
    };
  }

  private VisitId visitId() {
    return new VisitId(requireNonNull(visit));
  }
}
