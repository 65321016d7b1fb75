package cn.venuepass.application.venue;

import cn.venuepass.application.Creations;
import cn.venuepass.application.IdGenerator;
import cn.venuepass.application.Stores;
import cn.venuepass.application.audit.AuditTrail;
import cn.venuepass.application.lookup.Lookups;
import cn.venuepass.application.notification.Notifications;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.PosterCodes;
import cn.venuepass.domain.venue.VenueType;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Everything that can be done about venues, their managers and their posters. */
public record VenueUseCases(
    ApplyForVenue applyForVenue,
    CorrectVenue correctVenue,
    RemoveVenue removeVenue,
    ViewVenue viewVenue,
    ListMyVenues listMyVenues,
    ReviewVenues reviewVenues,
    AppointManagers appointManagers,
    KeepRoster keepRoster,
    AdmitSubVenues admitSubVenues,
    ManagePosters managePosters,
    ViewPoster viewPoster,
    BrowseReferenceData browseReferenceData,
    MaintainDivisions maintainDivisions,
    MaintainVenueTypes maintainVenueTypes) {

  public static VenueUseCases over(
      Stores stores,
      Creations creations,
      VenueRights rights,
      Lookups lookups,
      AuditTrail audit,
      Notifications notifications,
      PosterCodes codes,
      PosterLinks links,
      QrCodeRenderer renderer,
      PosterPrinter printer,
      Duration activationDelay,
      IdGenerator ids,
      InstantSource clock) {
    var venues =
        new VenueService(
            stores.venues(),
            rights,
            stores.divisions(),
            stores.venueTypes(),
            stores.accounts(),
            stores.controlOrders(),
            stores.communityChanges(),
            creations,
            stores.transactions(),
            audit,
            clock);
    var posters =
        new PosterService(
            rights, stores.posters(), codes, links, renderer, printer, creations, clock);
    return new VenueUseCases(
        venues,
        venues,
        venues,
        venues,
        venues,
        new ReviewService(
            stores.venues(),
            stores.posters(),
            stores.accounts(),
            stores.communityChanges(),
            notifications,
            stores.transactions(),
            audit,
            ids,
            clock),
        new ManagerService(
            rights,
            stores.managers(),
            stores.people(),
            lookups,
            audit,
            notifications,
            creations,
            stores.transactions(),
            activationDelay,
            clock),
        new RosterService(
            rights, stores.rosters(), stores.people(), lookups, audit, creations, clock),
        new SubVenueService(
            rights, stores.venues(), stores.controlOrders(), stores.transactions(), clock),
        posters,
        posters,
        new ReferenceData(stores.divisions(), stores.venueTypes()),
        MaintainDivisions.over(stores, audit),
        new VenueTypeService(
            stores.venueTypes(),
            new Jurisdictions(stores.divisions()),
            stores.transactions(),
            audit));
  }

  private record ReferenceData(DivisionRepository tree, VenueTypeRepository types)
      implements BrowseReferenceData {
    @Override
    public List<Division> divisions(Optional<DivisionCode> parent) {
      return tree.childrenOf(parent);
    }

    @Override
    public List<VenueType> venueTypes() {
      return types.list();
    }
  }
}
