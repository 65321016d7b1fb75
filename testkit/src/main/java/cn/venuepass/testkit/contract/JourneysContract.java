package cn.venuepass.testkit.contract;

/** The journeys of people through the API, from the application to the first scan. */
public interface JourneysContract
    extends IdentityJourneysContract, VenueJourneysContract, ScanJourneysContract {}
