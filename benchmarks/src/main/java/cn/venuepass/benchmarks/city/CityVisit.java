package cn.venuepass.benchmarks.city;

import org.jspecify.annotations.Nullable;

/**
 * A visit as the books have it. Times are milliseconds since 1970, {@link #UNKNOWN} if there is
 * none.
 *
 * @param person the number of the resident
 * @param ordinal the place in the order in which the person's visits were opened
 * @param enteredAt the observed entry; without one the earliest possible one
 * @param lastSeen a sighting after the entry; of the visit that presence names it stands there
 */
record CityVisit(
    int person,
    int ordinal,
    int place,
    long enteredAt,
    @Nullable Evidence entry,
    long leftAt,
    @Nullable Evidence exit,
    long lastSeen) {
  static final long UNKNOWN = Long.MIN_VALUE;

  CityVisit left(long at, Evidence evidence, long seen) {
    return new CityVisit(
        person, ordinal, place, enteredAt, entry, at, evidence, seen == UNKNOWN ? lastSeen : seen);
  }

  CityVisit seen(long at) {
    return new CityVisit(person, ordinal, place, enteredAt, entry, leftAt, exit, at);
  }

  /** When it was opened in the books: visits get their id then. */
  long openedAt() {
    return entry == null ? leftAt : enteredAt;
  }
}
