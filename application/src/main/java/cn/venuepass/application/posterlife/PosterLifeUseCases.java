package cn.venuepass.application.posterlife;

import cn.venuepass.application.Creations;
import cn.venuepass.application.IdGenerator;
import cn.venuepass.application.Stores;
import cn.venuepass.application.audit.AuditTrail;
import cn.venuepass.application.venue.VenueRights;
import java.time.InstantSource;

/** Everything that follows posters after they were issued. */
public record PosterLifeUseCases() {

  public static PosterLifeUseCases over(
      Stores stores,
      Creations creations,
      VenueRights rights,
      AuditTrail audit,
      IdGenerator ids,
      InstantSource clock) {
    return new PosterLifeUseCases();
  }
}
