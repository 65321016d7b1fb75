package cn.venuepass.rest.venue;

import cn.venuepass.domain.venue.VenueType;

/** A venue type; stays in minutes. */
record VenueTypeResponse(
    String code,
    String name,
    String department,
    long typicalStayMinutes,
    long maximumStayMinutes,
    long reentryGapMinutes) {
  static VenueTypeResponse of(VenueType type) {
    return new VenueTypeResponse(
        type.code().text(),
        type.name(),
        type.department(),
        type.stay().typicalStay().toMinutes(),
        type.stay().maximumStay().toMinutes(),
        type.stay().reentryGap().toMinutes());
  }
}
