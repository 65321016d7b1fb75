package cn.venuepass.persistence.visit;

import static cn.venuepass.persistence.Columns.instant;
import static cn.venuepass.persistence.Columns.optionalInstant;
import static cn.venuepass.persistence.Columns.uuid;
import static java.util.Objects.requireNonNull;

import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.PresenceState;
import cn.venuepass.domain.visit.ScanOutcome;
import cn.venuepass.domain.visit.VisitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The latest passage of a person at a venue: where it left the person, and the answer it got. */
record PresenceRow(boolean inside, StoredAnswer answer) {

  /** The row, locked until the transaction ends: scans of one person at one door queue here. */
  static Optional<PresenceRow> lock(Handle handle, VenueId venue, PersonId person) {
    return handle
        .createQuery(
            """
            SELECT inside, visit_id, since, last_seen, last_scan_id, last_outcome
              FROM presence WHERE venue_id = :venue AND person_id = :person
               FOR UPDATE
            """)
        .bind("venue", venue.value())
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
