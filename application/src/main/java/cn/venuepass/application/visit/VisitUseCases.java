package cn.venuepass.application.visit;

import cn.venuepass.application.Stores;
import cn.venuepass.application.venue.VenueRights;
import cn.venuepass.domain.venue.PosterCodes;
import java.time.InstantSource;

/** Everything that can be done about scans and visits. */
public record VisitUseCases(
    RegisterScan registerScan,
    RegisterByIdNumber registerByIdNumber,
    ViewOccupancy viewOccupancy,
    ListMyVisits listMyVisits) {

  public static VisitUseCases over(
      Stores stores, VenueRights rights, PosterCodes codes, InstantSource clock) {
    var scans = new ScanService(codes, stores.visitLedger(), rights, stores.people(), clock);
    var records = new VisitService(stores.visits(), rights, stores.people(), clock);
    return new VisitUseCases(scans, scans, records, records);
  }
}
