package cn.venuepass.persistence.visit;

import static cn.venuepass.persistence.Columns.instant;
import static cn.venuepass.persistence.Columns.optionalInstant;
import static cn.venuepass.persistence.Columns.uuid;

import cn.venuepass.application.visit.VisitLedger;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.Scan;
import cn.venuepass.domain.visit.ScanOutcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Answers that presence does not hold: older scans, refusals, late evidence. */
final class ReceiptRow {
  private ReceiptRow() {}

  /** The answer to that scan, looked for in the days in which it can have been stored. */
  static Optional<StoredAnswer> find(Handle handle, VenueId venue, PersonId person, Scan scan) {
    LocalDate day = day(scan.at());
    return handle
        .createQuery(
            """
            SELECT scan_id, direction, at, outcome, reason, visit_id, since
              FROM scan_receipt
             WHERE venue_id = :venue AND person_id = :person AND scan_id = :scan
               AND received_on BETWEEN :first AND :last
             ORDER BY received_on
            """)
        .bind("venue", venue.value())
        .bind("person", person.value())
        .bind("scan", scan.id().text())
        .bind("first", day.minus(VisitLedger.REPLAY_MEMORY.toDays() + 1, ChronoUnit.DAYS))
        .bind("last", day.plusDays(1))
        .map(ReceiptRow::read)
        .findFirst();
  }

  /**
   * Adds the receipt.
   *
   * @return false when the same scan has one already
   */
  static boolean add(
      Handle handle, VenueId venue, PersonId person, StoredAnswer answer, Evidence evidence) {
    return evidence
            .bind(
                handle.createUpdate(
                    """
                INSERT INTO scan_receipt (venue_id, person_id, scan_id, received_on, direction, at,
                                          outcome, reason, visit_id, since,
                                          method, poster_id, registered_by)
                VALUES (:venue, :person, :scan, :day, :direction, :at,
                        :outcome, :reason, :visit, :since,
                        :method, :poster, :by)
                ON CONFLICT DO NOTHING
                """))
            .bind("venue", venue.value())
            .bind("person", person.value())
            .bind("scan", answer.scanId())
            .bind("day", day(answer.at()))
            .bind("direction", answer.direction().name())
            .bind("at", answer.at())
            .bind("outcome", answer.outcome().name())
            .bindByType("reason", answer.reason(), String.class)
            .bindByType("visit", answer.visit(), UUID.class)
            .bindByType("since", answer.since(), Instant.class)
            .execute()
        == 1;
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  private static StoredAnswer read(ResultSet row, StatementContext context) throws SQLException {
    return new StoredAnswer(
        row.getString("scan_id"),
        Direction.valueOf(row.getString("direction")),
        instant(row, "at"),
        ScanOutcome.Kind.valueOf(row.getString("outcome")),
        row.getString("reason"),
        uuid(row, "visit_id"),
        optionalInstant(row, "since").orElse(null));
  }
}
