package cn.venuepass.domain.venue;

import cn.venuepass.domain.person.PersonName;
import cn.venuepass.domain.person.PhoneNumber;
import java.util.Optional;

/**
 * What an applicant says of a venue: the six fields of the notice's form (appendix, part 1, step 4)
 * and what a venue may add.
 *
 * @param tracksExits whether people scan out too; if not, forgotten exits are the rule
 */
public record VenueDetails(
    VenueName name,
    VenueTypeCode type,
    PersonName contactName,
    PhoneNumber contactPhone,
    DivisionCode community,
    Address address,
    Optional<VenueId> parent,
    boolean tracksExits,
    Optional<Capacity> capacity,
    Optional<SocialCreditCode> socialCreditCode) {

  VenueDetails withoutParent() {
    return new VenueDetails(
        name,
        type,
        contactName,
        contactPhone,
        community,
        address,
        Optional.empty(),
        tracksExits,
        capacity,
        socialCreditCode);
  }
}
