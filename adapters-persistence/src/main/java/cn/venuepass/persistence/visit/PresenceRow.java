package cn.venuepass.persistence.visit;

import static cn.venuepass.persistence.Columns.instant;
import static cn.venuepass.persistence.Columns.optionalInstant;
import static cn.venuepass.persistence.Columns.uuid;
import static java.util.Objects.requireNonNull;

import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.visit.PresenceState;
import cn.venuepass.domain.visit.ScanOutcome;
import cn.venuepass.domain.visit.VisitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * The latest passage of a person at a venue: where it left the person, and the answer it got.
 *
 * @param lastLeft when the person was last seen leaving
 */
record PresenceRow(boolean inside, Optional<Instant> lastLeft, StoredAnswer answer) {
  private static final String SELECT =
      """
      SELECT inside, visit_id, since, last_seen, last_left, last_scan_id, last_outcome
        FROM presence WHERE venue_id = :venue AND person_id = :person
      """;

  /** The row, locked until the transaction ends: scans of one person at one door queue here. */
  static Optional<PresenceRow> lock(Handle handle, UUID venue, PersonId person) {
    return find(handle, SELECT + " FOR UPDATE", venue, person);
  }

  static Optional<PresenceRow> find(Handle handle, UUID venue, PersonId person) {
    return find(handle, SELECT, venue, person);
  }

  private static Optional<PresenceRow> find(
      Handle handle, String query, UUID venue, PersonId person) {
    return handle
        .createQuery(query)
        .bind("venue", venue)
        .bind("person", person.value())
        .map(PresenceRow::read)
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

  private static PresenceRow read(ResultSet row, StatementContext context) throws SQLException {
    var outcome = ScanOutcome.Kind.valueOf(row.getString("last_outcome"));
    boolean inside = row.getBoolean("inside");
    return new PresenceRow(
        inside,
        optionalInstant(row, "last_left"),
        new StoredAnswer(
            row.getString("last_scan_id"),
            inside ? Direction.IN : Direction.OUT,
            instant(row, "last_seen"),
            outcome,
            null,
            uuid(row, "visit_id"),
            optionalInstant(row, "since").orElse(null)));
  }
}
