package cn.venuepass.testkit.memory;

import cn.venuepass.application.coverage.Extent;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.VenueType;
import cn.venuepass.domain.venue.VenueTypeCode;

/** What lies in an extent. */
final class InMemoryExtents {
  private final InMemoryDivisionRepository divisions;
  private final InMemoryVenueTypeRepository types;

  InMemoryExtents(InMemoryDivisionRepository divisions, InMemoryVenueTypeRepository types) {
    this.divisions = divisions;
    this.types = types;
  }

  boolean lies(DivisionCode community, VenueTypeCode type, Extent extent) {
    return extent.jurisdiction().map(own -> divisions.lies(community, type, own)).orElse(true)
        && extent.filter().division().map(top -> divisions.isWithin(community, top)).orElse(true)
        && extent.filter().type().map(type::equals).orElse(true)
        && extent.filter().department().map(departmentOf(type)::equals).orElse(true);
  }

  String departmentOf(VenueTypeCode type) {
    return types.find(type).map(VenueType::department).orElseThrow();
  }
}
