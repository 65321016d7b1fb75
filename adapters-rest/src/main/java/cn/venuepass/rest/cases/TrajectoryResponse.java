package cn.venuepass.rest.cases;

import cn.venuepass.application.cases.ViewTrajectories.Seen;
import cn.venuepass.domain.tracing.StatementId;
import cn.venuepass.domain.tracing.TracedStay;
import cn.venuepass.domain.visit.Stay;
import cn.venuepass.domain.visit.Stay.Source;
import cn.venuepass.domain.visit.VisitId;
import cn.venuepass.rest.cases.CaseResponse.WindowResponse;
import cn.venuepass.rest.cases.ContactResponse.VenueResponse;
import cn.venuepass.rest.visit.StayResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody was.
 *
 * @param outside how many more stays there are outside the case's division: whoever answers for a
 *     larger one sees them once the case is handed over
 */
record TrajectoryResponse(
    PersonResponse person, WindowResponse window, List<StayItem> items, int outside) {
  static TrajectoryResponse of(Seen seen) {
    return new TrajectoryResponse(
        PersonResponse.of(seen.person()),
        WindowResponse.of(seen.span()),
        seen.trajectory().stays().stream().map(stay -> StayItem.of(stay, seen)).toList(),
        seen.trajectory().outside());
  }

  @Override
  public String toString() {
    return "TrajectoryResponse[***]";
  }

  /**
   * A stay: what was scanned, what is believed, and what was told beside it.
   *
   * @param visitId absent for a stay of which there is only a statement
   */
  record StayItem(
      @Nullable UUID visitId,
      VenueResponse venue,
      String type,
      @Nullable ScanResponse entry,
      @Nullable ScanResponse exit,
      StayResponse stay,
      List<StatementResponse> statements) {
    static StayItem of(TracedStay traced, Seen seen) {
      return new StayItem(
          traced.visit().map(VisitId::value).orElse(null),
          new VenueResponse(traced.venue().id().value(), traced.venue().name().text()),
          traced.type().text(),
          traced.scanned().map(stay -> ScanResponse.of(stay.entry())).orElse(null),
          traced.scanned().map(stay -> ScanResponse.of(stay.exit())).orElse(null),
          StayResponse.of(traced.stay()),
          seen.told().stream()
              .filter(told -> isOf(traced.statements(), told.id()))
              .map(StatementResponse::of)
              .toList());
    }

    private static boolean isOf(List<StatementId> statements, StatementId id) {
      return statements.contains(id);
    }
  }

  /** A scan; doubtful if the person may have made it elsewhere. */
  record ScanResponse(Instant at, boolean doubtful) {
    static @Nullable ScanResponse of(Stay.Span span) {
      Source source = span.likely().source();
      return source == Source.OBSERVED || source == Source.DOUBTED
          ? new ScanResponse(span.likely().at(), source == Source.DOUBTED)
          : null;
    }
  }
}
