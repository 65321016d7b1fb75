package cn.venuepass.application.coverage;

import cn.venuepass.application.IdGenerator;
import cn.venuepass.application.Stores;
import cn.venuepass.application.audit.AuditTrail;
import java.time.InstantSource;

/** Everything that shows which places have their codes and use them. */
public record CoverageUseCases(
    ViewCoverage viewCoverage,
    ViewPlaces viewPlaces,
    ViewBlindSpots viewBlindSpots,
    CloseBlindSpot closeBlindSpot,
    KeepBlindSpots keepBlindSpots) {

  public static CoverageUseCases over(
      Stores stores, AuditTrail audit, IdGenerator ids, InstantSource clock) {
    var extents = new Extents(stores.divisions());
    var coverage =
        new CoverageService(
            stores.coverage(), stores.coverageHistory(), stores.venueTypes(), extents, clock);
    var blindSpots =
        new BlindSpotService(stores.blindSpots(), extents, stores.transactions(), audit, clock);
    return new CoverageUseCases(
        coverage,
        coverage,
        blindSpots,
        blindSpots,
        new BlindSpotRound(
            stores.coverage(),
            stores.coverageHistory(),
            stores.blindSpots(),
            extents,
            stores.turns(),
            ids,
            clock));
  }
}
