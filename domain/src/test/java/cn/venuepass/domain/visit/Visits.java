package cn.venuepass.domain.visit;

import static java.time.Duration.ofHours;

import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.VenueId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What is known of somebody's earlier visits; times in hours after {@link Doors#ENTRY}. */
final class Visits {
  private static final VenueId VENUE = new VenueId(new UUID(2, 2));
  private static final PersonId PERSON = new PersonId(new UUID(3, 3));

  private Visits() {}

  static Instant hour(int hours) {
    return Doors.ENTRY.plus(ofHours(hours));
  }

  static Visit open(VisitId id, int entry) {
    return of(id, at(entry), Optional.empty(), Optional.empty());
  }

  static Visit openSeen(VisitId id, int entry, int lastSeen) {
    return of(id, at(entry), Optional.empty(), at(lastSeen));
  }

  static Visit closed(VisitId id, int entry, int exit) {
    return of(id, at(entry), at(exit), Optional.empty());
  }

  static Visit exitOnly(VisitId id, int exit) {
    return of(id, Optional.empty(), at(exit), Optional.empty());
  }

  static Visit of(
      VisitId id, Optional<Instant> entry, Optional<Instant> exit, Optional<Instant> lastSeen) {
    return new Visit(id, VENUE, PERSON, entry.map(Visits::seen), exit.map(Visits::seen), lastSeen);
  }

  private static Optional<Instant> at(int hours) {
    return Optional.of(hour(hours));
  }

  private static Observation seen(Instant at) {
    return new Observation(at, ScanMethod.POSTER);
  }
}
