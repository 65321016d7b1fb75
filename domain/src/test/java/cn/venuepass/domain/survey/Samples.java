package cn.venuepass.domain.survey;

import cn.venuepass.domain.venue.Address;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.SocialCreditCode;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueName;
import cn.venuepass.domain.venue.VenueStatus;
import cn.venuepass.domain.venue.VenueTypeCode;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Places and venues of one community. */
final class Samples {
  static final Instant NOW = Instant.parse("2026-01-05T00:00:00Z");
  private static final DivisionCode COMMUNITY = new DivisionCode("659002001001");

  private Samples() {}

  static PlaceDetails details(String name, String address, Optional<SocialCreditCode> code) {
    return new PlaceDetails(
        new VenueName(name), new VenueTypeCode("SHOP"), COMMUNITY, new Address(address), code);
  }

  static SurveyPlace place(String name, String address, Optional<SocialCreditCode> code) {
    return SurveyPlace.found(
        new SurveyPlaceId(UUID.randomUUID()), details(name, address, code), NOW);
  }

  static AppliedVenue venue(String name, String address, Optional<SocialCreditCode> code) {
    return venueOfType("SHOP", name, address, code);
  }

  static AppliedVenue venueOfType(
      String type, String name, String address, Optional<SocialCreditCode> code) {
    return new AppliedVenue(
        new VenueId(UUID.randomUUID()),
        new VenueName(name),
        new VenueTypeCode(type),
        COMMUNITY,
        new Address(address),
        code,
        VenueStatus.PENDING);
  }
}
