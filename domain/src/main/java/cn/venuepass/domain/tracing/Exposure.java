package cn.venuepass.domain.tracing;

import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.VenueId;

/**
 * That somebody who may pass the infection on was at a place.
 *
 * @param via the index person of a case, or a contact of it
 * @param presence what of the stay lies in the time in which they may have passed it on
 */
public record Exposure(PersonId via, VenueId venue, VenueId family, Presence presence) {

  /** What of a stay lies in that time. */
  public static Exposure of(TracedStay stay, Interval window) {
    return new Exposure(
        stay.person(), stay.venue().id(), stay.family(), Presence.of(stay.stay()).within(window));
  }

  Interval outer() {
    return presence.outer();
  }
}
