package cn.venuepass.persistence.visit;

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

/** How a visit stands in its row {@code v}; the last sighting of an open one stands in presence. */
final class VisitRow {
  static final String COLUMNS =
      """
      v.id, v.venue_id, v.person_id, v.entered_at, v.entry_method, v.left_at, v.exit_method,
      CASE WHEN p.last_seen > p.since THEN p.last_seen ELSE v.last_seen END AS last_seen
      """;
  static final String WITH_PRESENCE =
      """
      LEFT JOIN presence p ON p.venue_id = v.venue_id AND p.person_id = v.person_id
                          AND p.visit_id = v.id AND p.inside
      """;

  private VisitRow() {}

  static Visit read(ResultSet row) throws SQLException {
    Instant from = instant(row, "entered_at");
    Optional<Instant> left = optionalInstant(row, "left_at");
    Optional<ScanMethod> exitMethod = optionalText(row, "exit_method", ScanMethod::valueOf);
    return new Visit(
        new VisitId(uuid(row, "id")),
        new VenueId(uuid(row, "venue_id")),
        new PersonId(uuid(row, "person_id")),
        optionalText(row, "entry_method", ScanMethod::valueOf)
            .map(method -> new Observation(from, method)),
        left.flatMap(at -> exitMethod.map(method -> new Observation(at, method))),
        optionalInstant(row, "last_seen"));
  }
}
