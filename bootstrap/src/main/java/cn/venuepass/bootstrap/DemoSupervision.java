package cn.venuepass.bootstrap;

import cn.venuepass.application.Stores;
import cn.venuepass.application.audit.AuditTrail;
import cn.venuepass.application.coverage.CoverageUseCases;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.inspection.ChecklistItem;
import cn.venuepass.domain.inspection.Finding;
import cn.venuepass.domain.inspection.Findings;
import cn.venuepass.domain.inspection.Inspection;
import cn.venuepass.domain.inspection.InspectionId;
import cn.venuepass.domain.inspection.InspectionNote;
import cn.venuepass.domain.inspection.Measure;
import cn.venuepass.domain.inspection.MeasureOrder;
import cn.venuepass.domain.inspection.Premises;
import cn.venuepass.domain.venue.Venue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the demo's supervisors did in the weeks before. */
final class DemoSupervision {
  private static final int DAYS = 19;
  private static final Duration INSPECTED = Duration.ofDays(6);
  private static final Duration OVERDUE = Duration.ofDays(1);
  private static final MeasureOrder TOLD_OFF =
      new MeasureOrder(Measure.CRITICISM, Optional.empty());

  private DemoSupervision() {}

  /**
   * Keeps the ledger of blind spots and the curve as if the service had run every day, and inspects
   * two venues: one was told off, the other did not do in time what was ordered.
   */
  static void fill(Stores stores, StaffId supervisor, List<Venue> approved, Instant now) {
    keep(stores, now);
    approved.stream()
        .limit(2)
        .forEach(
            venue ->
                stores
                    .inspections()
                    .add(
                        Inspection.made(
                            new InspectionId(UUID.randomUUID()),
                            Premises.of(venue),
                            supervisor,
                            Optional.of(DemoData.HEADQUARTERS),
                            now.minus(INSPECTED),
                            findings(),
                            venue.equals(approved.get(0)) ? TOLD_OFF : ordered(now))));
  }

  private static void keep(Stores stores, Instant now) {
    for (int ago = DAYS; ago >= 0; ago--) {
      InstantSource then = InstantSource.fixed(now.minus(Duration.ofDays(ago)));
      var audit = new AuditTrail(stores.auditLog(), UUID::randomUUID, then);
      int unused =
          CoverageUseCases.over(stores, audit, UUID::randomUUID, then).keepBlindSpots().keep();
    }
  }

  private static MeasureOrder ordered(Instant now) {
    return new MeasureOrder(Measure.RECTIFICATION, Optional.of(now.minus(OVERDUE)));
  }

  private static Findings findings() {
    return new Findings(
        List.of(
            new Finding(ChecklistItem.CODE_POSTED, Finding.Result.OK, Optional.empty()),
            new Finding(
                ChecklistItem.CODE_VISIBLE,
                Finding.Result.NOT_OK,
                Optional.of(new InspectionNote("被促销海报遮挡"))),
            new Finding(ChecklistItem.NO_PHONE_PATH, Finding.Result.OK, Optional.empty())));
  }
}
