package cn.venuepass.persistence.visit;

import static cn.venuepass.persistence.Columns.instant;
import static cn.venuepass.persistence.Columns.optionalInstant;
import static cn.venuepass.persistence.Columns.uuid;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.visit.PresenceState;
import cn.venuepass.domain.visit.ScanOutcome;
import cn.venuepass.domain.visit.VisitId;
import cn.venuepass.persistence.ArrayQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The latest passage of a person at a venue: where it left the person, and the answer it got.
 *
 * @param lastLeft when the person was last seen leaving
 */
record PresenceRow(
    PersonAtVenue key, boolean inside, Optional<Instant> lastLeft, StoredAnswer answer) {
  private static final String COLUMNS =
      """
      SELECT p.venue_id, p.person_id, p.inside, p.visit_id, p.since, p.last_seen, p.last_left,
             p.last_scan_id, p.last_outcome
      """;
  static final String READ =
      COLUMNS
          + """
            FROM unnest(CAST(? AS uuid ARRAY), CAST(? AS uuid ARRAY)) AS asked(venue, person)
            JOIN presence p ON p.venue_id = asked.venue AND p.person_id = asked.person
          """;
  private static final String LOCK =
      COLUMNS + " FROM presence p WHERE p.venue_id = :venue AND p.person_id = :person FOR UPDATE";

  /** The rows that there are. */
  static Map<PersonAtVenue, PresenceRow> read(Handle handle, Collection<PersonAtVenue> keys) {
    return ArrayQuery.of(handle, READ)
        .with("uuid", keys.stream().map(PersonAtVenue::venue).toList())
        .with("uuid", keys.stream().map(PersonAtVenue::person).toList())
        .list(PresenceRow::read)
        .stream()
        .collect(toMap(PresenceRow::key, row -> row));
  }

  /** The row, locked until the transaction ends. */
  static Optional<PresenceRow> lock(Handle handle, PersonAtVenue key) {
    return handle
        .createQuery(LOCK)
        .bind("venue", key.venue())
        .bind("person", key.person())
        .map((row, context) -> read(row))
        .findOne();
  }

  PresenceState state() {
    return inside
        ? new PresenceState.Inside(
            new VisitId(requireNonNull(answer.visit())),
            requireNonNull(answer.since()),
            answer.at())
        : new PresenceState.Outside(Optional.of(answer.at()));
  }

  static PresenceRow read(ResultSet row) throws SQLException {
    boolean inside = row.getBoolean("inside");
    return new PresenceRow(
        new PersonAtVenue(uuid(row, "venue_id"), uuid(row, "person_id")),
        inside,
        optionalInstant(row, "last_left"),
        new StoredAnswer(
            row.getString("last_scan_id"),
            inside ? Direction.IN : Direction.OUT,
            instant(row, "last_seen"),
            ScanOutcome.Kind.valueOf(row.getString("last_outcome")),
            null,
            uuid(row, "visit_id"),
            optionalInstant(row, "since").orElse(null)));
  }
}
