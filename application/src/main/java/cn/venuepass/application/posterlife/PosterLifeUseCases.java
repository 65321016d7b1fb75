package cn.venuepass.application.posterlife;

import cn.venuepass.application.Creations;
import cn.venuepass.application.IdGenerator;
import cn.venuepass.application.Stores;
import cn.venuepass.application.audit.AuditTrail;
import cn.venuepass.application.venue.VenueRights;
import cn.venuepass.domain.posterlife.BurstRule;
import cn.venuepass.domain.posterlife.FarApart;
import java.time.InstantSource;

/** Everything that follows posters after they were issued. */
public record PosterLifeUseCases(
    TendPosters tendPosters, WatchPosters watchPosters, FollowPosters followPosters) {

  public static PosterLifeUseCases over(
      Stores stores,
      Creations creations,
      VenueRights rights,
      AuditTrail audit,
      IdGenerator ids,
      InstantSource clock) {
    return new PosterLifeUseCases(
        new TendingService(rights, stores.posters(), creations, clock),
        new WatchService(stores, rights, audit, clock),
        new FollowService(stores, BurstRule.DEFAULT, FarApart.DEFAULT, ids, clock));
  }
}
