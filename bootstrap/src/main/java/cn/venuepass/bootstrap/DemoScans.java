package cn.venuepass.bootstrap;

import cn.venuepass.application.Stores;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.person.PersonName;
import cn.venuepass.domain.person.ResidentIdNumber;
import cn.venuepass.domain.venue.Poster;
import cn.venuepass.domain.visit.Scan;
import cn.venuepass.domain.visit.ScanId;
import cn.venuepass.domain.visit.ScanTarget;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Lets people of the demo pass doors in the past. */
record DemoScans(Stores stores) {

  /** The codes at a venue's door. */
  record Doors(Poster in, Poster out) {}

  PersonId somebody(String idNumber, String name) {
    return stores
        .people()
        .findOrAdd(new ResidentIdNumber(idNumber), Optional.of(new PersonName(name)))
        .id();
  }

  void stay(Doors doors, PersonId person, Instant from, Instant to) {
    scan(doors.in(), person, from);
    scan(doors.out(), person, to);
  }

  void scan(Poster poster, PersonId person, Instant at) {
    var unused =
        stores
            .visitLedger()
            .apply(
                Scan.ofPoster(
                    new ScanId("demo-" + UUID.randomUUID()),
                    person,
                    new ScanTarget.AtPoster(poster.id()),
                    at))
            .orElseThrow();
  }
}
