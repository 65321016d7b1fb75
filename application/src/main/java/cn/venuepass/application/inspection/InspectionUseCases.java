package cn.venuepass.application.inspection;

import cn.venuepass.application.Creations;
import cn.venuepass.application.IdGenerator;
import cn.venuepass.application.Stores;
import cn.venuepass.application.audit.AuditTrail;
import cn.venuepass.application.notification.Notifications;
import cn.venuepass.application.venue.VenueRights;
import java.time.InstantSource;

/** Everything that can be done about inspections and what they order. */
public record InspectionUseCases() {

  public static InspectionUseCases over(
      Stores stores,
      Creations creations,
      VenueRights rights,
      AuditTrail audit,
      Notifications notifications,
      IdGenerator ids,
      InstantSource clock) {
    return new InspectionUseCases();
  }
}
