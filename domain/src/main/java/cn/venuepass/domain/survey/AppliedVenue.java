package cn.venuepass.domain.survey;

import cn.venuepass.domain.venue.Address;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.SocialCreditCode;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueName;
import cn.venuepass.domain.venue.VenueStatus;
import cn.venuepass.domain.venue.VenueTypeCode;
import java.util.Optional;

/** What stands on the sign of a venue that somebody applied for: nothing about people. */
public record AppliedVenue(
    VenueId id,
    VenueName name,
    VenueTypeCode type,
    DivisionCode community,
    Address address,
    Optional<SocialCreditCode> socialCreditCode,
    VenueStatus status) {}
