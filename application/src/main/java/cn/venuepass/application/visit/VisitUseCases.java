package cn.venuepass.application.visit;

import cn.venuepass.application.Stores;
import cn.venuepass.application.audit.AuditTrail;
import cn.venuepass.domain.venue.PosterCodes;
import java.time.InstantSource;

/** Everything that residents can do about scans and visits. */
public record VisitUseCases(RegisterScan registerScan, ListMyVisits listMyVisits) {

  public static VisitUseCases over(
      Stores stores, PosterCodes codes, Stays stays, AuditTrail audit, InstantSource clock) {
    return new VisitUseCases(
        new ScanService(codes, stores.visitLedger(), stores.family(), clock),
        new VisitService(stores.visits(), stores.family(), stays, audit));
  }
}
