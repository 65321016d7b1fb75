package cn.venuepass.domain.survey;

import cn.venuepass.domain.venue.Address;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.SocialCreditCode;
import cn.venuepass.domain.venue.VenueName;
import cn.venuepass.domain.venue.VenueTypeCode;
import java.util.Optional;

/** What a survey (摸排) says of a place. */
public record PlaceDetails(
    VenueName name,
    VenueTypeCode type,
    DivisionCode community,
    Address address,
    Optional<SocialCreditCode> socialCreditCode) {

  /** The same with another code. */
  PlaceDetails with(Optional<SocialCreditCode> code) {
    return new PlaceDetails(name, type, community, address, code);
  }
}
