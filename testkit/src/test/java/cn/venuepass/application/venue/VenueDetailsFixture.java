package cn.venuepass.application.venue;

import cn.venuepass.domain.person.PersonName;
import cn.venuepass.domain.person.PhoneNumber;
import cn.venuepass.domain.venue.Address;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.venue.VenueDetails;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueName;
import cn.venuepass.domain.venue.VenueTypeCode;
import cn.venuepass.testkit.TestApplication;
import java.util.Optional;

/** What an applicant writes into the form. */
final class VenueDetailsFixture {
  private final VenueTypeCode type;
  private final DivisionCode community;

  private VenueDetailsFixture(VenueTypeCode type, DivisionCode community) {
    this.type = type;
    this.community = community;
  }

  /** A form with a type and a community that exist. */
  static VenueDetailsFixture aForm(TestApplication app) {
    return new VenueDetailsFixture(
        app.fixtures().aVenueType(StayRules.DEFAULT).code(), app.fixtures().aCommunity());
  }

  VenueDetailsFixture ofType(VenueTypeCode other) {
    return new VenueDetailsFixture(other, community);
  }

  VenueDetailsFixture in(DivisionCode other) {
    return new VenueDetailsFixture(type, other);
  }

  VenueDetails named(String name) {
    return details(name, Optional.empty());
  }

  VenueDetails within(VenueId parent) {
    return details("塔里木宾馆餐厅", Optional.of(parent));
  }

  private VenueDetails details(String name, Optional<VenueId> parent) {
    return new VenueDetails(
        new VenueName(name),
        type,
        new PersonName("负责人样本"),
        new PhoneNumber("+8613800000000"),
        community,
        new Address("塔里木大道1号"),
        parent,
        false,
        Optional.empty(),
        Optional.empty());
  }
}
