package cn.venuepass.domain.control;

import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.VenueId;

/** Whose admission a control order forbids. */
public sealed interface ControlTarget {
  Kind kind();

  /** The kinds of targets. */
  enum Kind {
    /** The person passes no door. */
    PERSON,
    /** Nobody passes the doors of the venue and of its sub-venues. */
    VENUE
  }

  record OfPerson(PersonId person) implements ControlTarget {
    @Override
    public Kind kind() {
      return Kind.PERSON;
    }
  }

  record OfVenue(VenueId venue) implements ControlTarget {
    @Override
    public Kind kind() {
      return Kind.VENUE;
    }
  }
}
