package cn.venuepass.persistence.cases;

import static cn.venuepass.persistence.Columns.instant;
import static cn.venuepass.persistence.Columns.optionalId;
import static cn.venuepass.persistence.Columns.optionalInstant;
import static cn.venuepass.persistence.Columns.uuid;

import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.cases.TakenStatement;
import cn.venuepass.domain.cases.TakenStatement.Withdrawal;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.tracing.Statement;
import cn.venuepass.domain.tracing.StatementId;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.VisitId;
import cn.venuepass.persistence.PersonalFields;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** A row of case_statement; what was said beside the times is hidden. */
final class StatementRow {
  static final String SELECT =
      """
      SELECT s.id, s.person_id, s.venue_id, s.visit_id, s.entered_at, s.left_at, s.note, s.told_to,
             s.told_at, s.withdrawn_at, s.withdrawn_by
        FROM case_statement s
      """;

  private static final String NOTE = "case_statement.note";

  private StatementRow() {}

  static void insert(Handle handle, CaseId of, Statement told, PersonalFields fields) {
    UUID id = told.id().value();
    int unused =
        handle
            .createUpdate(
                """
                INSERT INTO case_statement (id, case_id, person_id, venue_id, visit_id, entered_at,
                                            left_at, note, told_to, told_at)
                VALUES (:id, :case, :person, :venue, :visit, :entered, :left, :note, :by, :at)
                """)
            .bind("id", id)
            .bind("case", of.value())
            .bind("person", told.person().value())
            .bind("venue", told.venue().value())
            .bindByType("visit", told.visit().map(VisitId::value).orElse(null), UUID.class)
            .bindByType("entered", told.entered().orElse(null), Instant.class)
            .bindByType("left", told.left().orElse(null), Instant.class)
            .bindByType(
                "note",
                told.note().map(note -> fields.encrypt(NOTE, id, note)).orElse(null),
                byte[].class)
            .bind("by", told.by().value())
            .bind("at", told.at())
            .execute();
  }

  static TakenStatement read(ResultSet row, PersonalFields fields) throws SQLException {
    UUID id = uuid(row, "id");
    var told =
        new Statement(
            new StatementId(id),
            new PersonId(uuid(row, "person_id")),
            new VenueId(uuid(row, "venue_id")),
            optionalId(row, "visit_id", VisitId::new),
            optionalInstant(row, "entered_at"),
            optionalInstant(row, "left_at"),
            Optional.ofNullable(row.getBytes("note")).map(note -> fields.decrypt(NOTE, id, note)),
            new StaffId(uuid(row, "told_to")),
            instant(row, "told_at"));
    Optional<Instant> withdrawn = optionalInstant(row, "withdrawn_at");
    return withdrawn.isPresent()
        ? TakenStatement.standing(told)
            .withdrawn(new Withdrawal(withdrawn.get(), new StaffId(uuid(row, "withdrawn_by"))))
        : TakenStatement.standing(told);
  }
}
