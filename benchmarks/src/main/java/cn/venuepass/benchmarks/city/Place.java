package cn.venuepass.benchmarks.city;

import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.visit.Door;

/**
 * A venue of the city.
 *
 * @param number tells places apart
 * @param community the number of the community that it belongs to
 * @param parent the number of the place that it is a part of, or {@link #NONE}
 * @param manager the number of the resident who applied for it and registers people there
 * @param door decides who passes: it is approved, and has room
 */
record Place(int number, Kind kind, int community, int parent, int manager, Door door) {
  /** No place. */
  static final int NONE = -1;

  /** Whether people scan out. */
  boolean tracksExits() {
    return door.tracksExits();
  }

  StayRules stay() {
    return door.stay();
  }
}
