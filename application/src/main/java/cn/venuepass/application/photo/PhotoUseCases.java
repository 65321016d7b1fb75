package cn.venuepass.application.photo;

import cn.venuepass.application.Creations;
import cn.venuepass.application.IdGenerator;
import cn.venuepass.application.audit.AuditTrail;
import cn.venuepass.application.inspection.ViewInspection;
import java.time.InstantSource;
import java.util.Optional;

/** Everything that can be done with photos of inspections. */
public record PhotoUseCases(KeepPhotos keepPhotos, SweepPhotos sweepPhotos) {

  /**
   * Use cases over those stores.
   *
   * @param store where contents are kept, if anywhere
   */
  public static PhotoUseCases over(
      PhotoRepository photos,
      Optional<PhotoStore> store,
      PhotoCleaner cleaner,
      ViewInspection inspections,
      Creations creations,
      AuditTrail audit,
      IdGenerator ids,
      InstantSource clock) {
    return new PhotoUseCases(
        new PhotoService(inspections, photos, store, cleaner, creations, audit, ids, clock),
        new SweepService(photos, store));
  }
}
