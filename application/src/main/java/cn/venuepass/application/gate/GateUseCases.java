package cn.venuepass.application.gate;

import cn.venuepass.application.Creations;
import cn.venuepass.application.Stores;
import cn.venuepass.application.audit.AuditTrail;
import cn.venuepass.application.lookup.Lookups;
import cn.venuepass.application.pass.PassReader;
import cn.venuepass.application.venue.VenueRights;
import cn.venuepass.application.visit.Stays;
import java.time.InstantSource;

/** Everything that managers can do at the gates of their venues. */
public record GateUseCases(
    RegisterPerson registerPerson,
    UploadRegistrations uploadRegistrations,
    ViewDevices viewDevices,
    ViewOccupancy viewOccupancy,
    MarkAsLeft markAsLeft,
    ViewVenueVisits viewVenueVisits,
    TurnAway turnAway,
    ViewNoPhoneParity viewNoPhoneParity) {

  public static GateUseCases over(
      Stores stores,
      Creations creations,
      VenueRights rights,
      PassReader passes,
      Lookups lookups,
      AuditTrail audit,
      Stays stays,
      InstantSource clock) {
    var registrar = new Registrar(passes, stores.people(), stores.visitLedger());
    var uploads = new UploadService(rights, registrar, lookups, stores.gateDevices(), clock);
    var occupancy =
        new OccupancyService(
            rights,
            stores.visits(),
            stores.visitLedger(),
            stores.people(),
            stores.rosters(),
            registrar,
            lookups,
            audit,
            clock);
    return new GateUseCases(
        new RegistrationService(rights, registrar, lookups, stores.people(), clock),
        uploads,
        uploads,
        occupancy,
        occupancy,
        new VenueVisitService(
            rights, stores.visits(), stays, stores.people(), stores.rosters(), audit),
        new TurnAwayService(rights, stores.turnedAway(), creations, audit, clock),
        new ParityService(rights, stores.entryCounts(), stores.turnedAway()));
  }
}
