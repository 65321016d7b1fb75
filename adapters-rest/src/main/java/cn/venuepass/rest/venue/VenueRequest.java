package cn.venuepass.rest.venue;

import cn.venuepass.domain.person.PersonName;
import cn.venuepass.domain.venue.Address;
import cn.venuepass.domain.venue.Capacity;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.SocialCreditCode;
import cn.venuepass.domain.venue.VenueDetails;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueName;
import cn.venuepass.domain.venue.VenueTypeCode;
import cn.venuepass.rest.json.Fields;
import cn.venuepass.rest.person.PersonFields;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An application for a venue: the notice's six fields, and what a venue may add. */
record VenueRequest(
    @Nullable String name,
    @Nullable String type,
    @Nullable String contactName,
    @Nullable String contactPhone,
    @Nullable String communityCode,
    @Nullable String address,
    @Nullable String parentVenueId,
    @Nullable Boolean tracksExits,
    @Nullable Integer capacity,
    @Nullable String socialCreditCode) {

  VenueDetails details() {
    var fields = new Fields();
    var venueName = fields.required("name", name, VenueName::new);
    var typeCode = fields.required("type", type, VenueTypeCode::new);
    var contact = fields.required("contactName", contactName, PersonName::new);
    var phone = fields.required("contactPhone", contactPhone, PersonFields::phone);
    var community = fields.required("communityCode", communityCode, DivisionCode::new);
    var place = fields.required("address", address, Address::new);
    var parent = fields.optional("parentVenueId", parentVenueId, Fields::id);
    var exits = fields.optional("tracksExits", tracksExits, Function.<Boolean>identity());
    var people = fields.optional("capacity", capacity, Capacity::new);
    var credit = fields.optional("socialCreditCode", socialCreditCode, SocialCreditCode::new);
    fields.verify();
    return new VenueDetails(
        venueName.get(),
        typeCode.get(),
        contact.get(),
        phone.get(),
        community.get(),
        place.get(),
        parent.get().map(VenueId::new),
        exits.get().orElse(false),
        people.get(),
        credit.get());
  }

  @Override
  public String toString() {
    return "VenueRequest[***]";
  }
}
