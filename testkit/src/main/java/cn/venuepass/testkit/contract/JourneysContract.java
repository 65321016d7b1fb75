package cn.venuepass.testkit.contract;

/** The journeys of people through the API, from the application to the gate without network. */
public interface JourneysContract
    extends IdentityJourneysContract,
        VenueJourneysContract,
        ScanJourneysContract,
        FamilyJourneysContract,
        GateJourneysContract,
        OfflineGateJourneysContract,
        PhoneJourneysContract,
        NotificationJourneysContract,
        PrivacyJourneysContract,
        StaffJourneysContract,
        ControlJourneysContract {}
