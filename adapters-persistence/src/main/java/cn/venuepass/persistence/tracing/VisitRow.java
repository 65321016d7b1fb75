package cn.venuepass.persistence.tracing;

import static cn.venuepass.persistence.Columns.instant;
import static cn.venuepass.persistence.Columns.optionalInstant;
import static cn.venuepass.persistence.Columns.optionalText;
import static cn.venuepass.persistence.Columns.uuid;

import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.Observation;
import cn.venuepass.domain.visit.ScanMethod;
import cn.venuepass.domain.visit.Visit;
import cn.venuepass.domain.visit.VisitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The row of a visit, without what stands elsewhere.
 *
 * @param begin its place in the order of visits: the entry, else the earliest possible one
 */
record VisitRow(
    UUID id,
    UUID venue,
    UUID person,
    Instant begin,
    Optional<ScanMethod> entry,
    Optional<Instant> left,
    Optional<ScanMethod> exit,
    Optional<Instant> lastSeen) {
  static final String COLUMNS =
      """
      v.id, v.venue_id, v.person_id, v.entered_at, v.entry_method, v.left_at, v.exit_method,
      v.last_seen
      """;

  static VisitRow read(ResultSet row) throws SQLException {
    return new VisitRow(
        uuid(row, "id"),
        uuid(row, "venue_id"),
        uuid(row, "person_id"),
        instant(row, "entered_at"),
        optionalText(row, "entry_method", ScanMethod::valueOf),
        optionalInstant(row, "left_at"),
        optionalText(row, "exit_method", ScanMethod::valueOf),
        optionalInstant(row, "last_seen"));
  }

  boolean isOpen() {
    return left.isEmpty();
  }

  /** When the person was last known to be there, of an open visit. */
  Instant lastHere(Optional<Instant> seen) {
    return seen.or(() -> lastSeen).orElse(begin);
  }

  Visit visit(Optional<Instant> seen) {
    return new Visit(
        new VisitId(id),
        new VenueId(venue),
        new PersonId(person),
        entry.map(method -> new Observation(begin, method)),
        left.flatMap(at -> exit.map(method -> new Observation(at, method))),
        seen.or(() -> lastSeen));
  }
}
