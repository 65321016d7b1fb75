package cn.venuepass.persistence.cases;

import static cn.venuepass.persistence.Columns.instant;
import static cn.venuepass.persistence.Columns.optionalInstant;
import static cn.venuepass.persistence.Columns.uuid;

import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.cases.Case;
import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.cases.Illness;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.persistence.PersonalFields;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatement;

/** A row of trace_case; what people wrote is hidden. */
final class CaseRow {
  static final String COLUMNS =
      """
      c.id, c.person_id, c.reference, c.purpose, c.onset_at, c.sampled_at, c.isolated_at, c.drill,
      c.owner_id, c.division_code, c.opened_at, c.closed_at, c.closed_by, c.report, c.revision""";

  private static final String REFERENCE = "trace_case.reference";
  private static final String PURPOSE = "trace_case.purpose";
  private static final String REPORT = "trace_case.report";

  private CaseRow() {}

  static <S extends SqlStatement<S>> S bind(S statement, Case bound, PersonalFields fields) {
    UUID id = bound.id().value();
    Illness illness = bound.illness();
    Optional<Case.Closing> closing = bound.closing();
    return statement
        .bind("id", id)
        .bind("person", bound.index().value())
        .bind("reference", fields.encrypt(REFERENCE, id, bound.reference()))
        .bind("purpose", fields.encrypt(PURPOSE, id, bound.purpose()))
        .bindByType("onset", illness.onsetAt().orElse(null), Instant.class)
        .bindByType("sampled", illness.sampledAt().orElse(null), Instant.class)
        .bindByType("isolated", illness.isolatedAt().orElse(null), Instant.class)
        .bind("drill", bound.drill())
        .bind("owner", bound.owner().value())
        .bind("division", bound.division().text())
        .bind("opened", bound.openedAt())
        .bindByType("closed", closing.map(Case.Closing::at).orElse(null), Instant.class)
        .bindByType("closedBy", closing.map(end -> end.by().value()).orElse(null), UUID.class)
        .bindByType(
            "report",
            closing.map(end -> fields.encrypt(REPORT, id, end.report())).orElse(null),
            byte[].class)
        .bind("revision", bound.revision());
  }

  static Case read(ResultSet row, Set<StaffId> team, PersonalFields fields) throws SQLException {
    UUID id = uuid(row, "id");
    return new Case(
        new CaseId(id),
        new PersonId(uuid(row, "person_id")),
        fields.decrypt(REFERENCE, id, row.getBytes("reference")),
        fields.decrypt(PURPOSE, id, row.getBytes("purpose")),
        new Illness(
            optionalInstant(row, "onset_at"),
            optionalInstant(row, "sampled_at"),
            optionalInstant(row, "isolated_at")),
        row.getBoolean("drill"),
        new StaffId(uuid(row, "owner_id")),
        team,
        new DivisionCode(row.getString("division_code")),
        instant(row, "opened_at"),
        closing(row, id, fields),
        row.getInt("revision"));
  }

  private static Optional<Case.Closing> closing(ResultSet row, UUID id, PersonalFields fields)
      throws SQLException {
    Optional<Instant> at = optionalInstant(row, "closed_at");
    return at.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Case.Closing(
                at.get(),
                new StaffId(uuid(row, "closed_by")),
                fields.decrypt(REPORT, id, row.getBytes("report"))));
  }
}
