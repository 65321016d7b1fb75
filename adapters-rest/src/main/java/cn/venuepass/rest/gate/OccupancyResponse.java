package cn.venuepass.rest.gate;

import cn.venuepass.application.gate.ViewOccupancy.MaskedPerson;
import cn.venuepass.application.gate.ViewOccupancy.Occupancy;
import cn.venuepass.domain.venue.Capacity;
import cn.venuepass.domain.visit.ScanMethod;
import cn.venuepass.rest.json.PageResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The head-count, and a page of the people. */
record OccupancyResponse(
    int inside, @Nullable Integer capacity, List<PersonResponse> people, @Nullable String next) {
  static OccupancyResponse of(Occupancy occupancy) {
    return new OccupancyResponse(
        occupancy.inside(),
        occupancy.capacity().map(Capacity::people).orElse(null),
        occupancy.people().items().stream().map(PersonResponse::of).toList(),
        PageResponse.next(occupancy.people()).orElse(null));
  }

  /** Somebody inside; {@code personRef} is good for this visit only. */
  record PersonResponse(
      UUID personRef, String maskedName, Instant since, ScanMethod method, boolean staff) {
    static PersonResponse of(MaskedPerson person) {
      return new PersonResponse(
          person.visit().value(),
          person.maskedName(),
          person.since(),
          person.method(),
          person.staff());
    }
  }
}
