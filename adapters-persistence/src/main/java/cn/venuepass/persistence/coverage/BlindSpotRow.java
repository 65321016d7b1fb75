package cn.venuepass.persistence.coverage;

import static cn.venuepass.persistence.Columns.instant;
import static cn.venuepass.persistence.Columns.optionalId;
import static cn.venuepass.persistence.Columns.optionalInstant;
import static cn.venuepass.persistence.Columns.optionalText;
import static cn.venuepass.persistence.Columns.uuid;

import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.coverage.BlindSpot;
import cn.venuepass.domain.coverage.BlindSpot.Closing;
import cn.venuepass.domain.coverage.BlindSpotId;
import cn.venuepass.domain.coverage.Excuse;
import cn.venuepass.domain.coverage.Gap;
import cn.venuepass.domain.coverage.Owner;
import cn.venuepass.domain.coverage.Subject;
import cn.venuepass.domain.survey.SurveyPlaceId;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.persistence.PersonalFields;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatement;

/** How a task of the ledger stands in its row; what people wrote is hidden. */
final class BlindSpotRow {
  /** Tasks with where they lie, and the division that has them; the table is named b. */
  static final String TABLE =
      """
      (SELECT k.id, k.place_id, k.venue_id, k.gap, k.since, k.due_at, k.owner_department,
              k.escalations, k.closed_at, k.excuse_reason, k.excuse_evidence, k.excused_by,
              k.excused_until, k.revision, own.code AS owner_code, own.name AS owner_name,
              own.level AS owner_level, own.parent_code AS owner_parent,
              COALESCE(p.name, v.name) AS name,
              COALESCE(p.type_code, v.type_code) AS type_code,
              COALESCE(p.community_code, v.community_code) AS community_code
         FROM blind_spot k
         LEFT JOIN division own ON own.code = k.owner_division
         LEFT JOIN survey_place p ON p.id = k.place_id
         LEFT JOIN venue v ON v.id = k.venue_id AND k.place_id IS NULL) b
      """;

  private static final String REASON = "blind_spot.excuse_reason";
  private static final String EVIDENCE = "blind_spot.excuse_evidence";

  private BlindSpotRow() {}

  static <S extends SqlStatement<S>> S bind(S statement, BlindSpot task, PersonalFields fields) {
    UUID id = task.id().value();
    Optional<Excuse> excuse = task.closing().flatMap(Closing::excuse);
    Optional<Excuse.Words> words = excuse.map(Excuse::words);
    return bindOwner(statement, task.owner())
        .bind("id", id)
        .bindByType("open", task.isOpen() ? task.subject().key() : null, UUID.class)
        .bindByType(
            "place", task.subject().place().map(SurveyPlaceId::value).orElse(null), UUID.class)
        .bindByType("venue", task.subject().venue().map(VenueId::value).orElse(null), UUID.class)
        .bind("gap", task.gap().name())
        .bind("since", task.since())
        .bind("dueAt", task.dueAt())
        .bind("escalations", task.escalations())
        .bindByType("closedAt", task.closing().map(Closing::at).orElse(null), Instant.class)
        .bind("reason", words.map(said -> fields.encrypt(REASON, id, said.reason())).orElse(null))
        .bind(
            "evidence",
            words
                .flatMap(Excuse.Words::evidence)
                .map(said -> fields.encrypt(EVIDENCE, id, said))
                .orElse(null))
        .bindByType("by", excuse.map(said -> said.by().value()).orElse(null), UUID.class)
        .bindByType("until", excuse.map(Excuse::until).orElse(null), Instant.class)
        .bind("revision", task.revision());
  }

  static <S extends SqlStatement<S>> S bindOwner(S statement, Owner owner) {
    Optional<String> division =
        owner instanceof Owner.OfDivision own
            ? Optional.of(own.division().code().text())
            : Optional.empty();
    Optional<String> department =
        owner instanceof Owner.OfDepartment own ? Optional.of(own.name()) : Optional.empty();
    return statement
        .bindByType("division", division.orElse(null), String.class)
        .bindByType("department", department.orElse(null), String.class);
  }

  static BlindSpot read(ResultSet row, PersonalFields fields) throws SQLException {
    return new BlindSpot(
        new BlindSpotId(uuid(row, "id")),
        new Subject(
            optionalId(row, "place_id", SurveyPlaceId::new),
            optionalId(row, "venue_id", VenueId::new)),
        Gap.valueOf(row.getString("gap")),
        instant(row, "since"),
        instant(row, "due_at"),
        owner(row),
        row.getInt("escalations"),
        closing(row, fields),
        row.getInt("revision"));
  }

  /** The owner, by the columns owner_department or owner_code, owner_name and so on. */
  static Owner owner(ResultSet row) throws SQLException {
    Optional<String> department = Optional.ofNullable(row.getString("owner_department"));
    return department.isPresent()
        ? new Owner.OfDepartment(department.get())
        : new Owner.OfDivision(
            new Division(
                new DivisionCode(row.getString("owner_code")),
                row.getString("owner_name"),
                Division.Level.valueOf(row.getString("owner_level")),
                optionalText(row, "owner_parent", DivisionCode::new)));
  }

  private static Optional<Closing> closing(ResultSet row, PersonalFields fields)
      throws SQLException {
    Optional<Instant> at = optionalInstant(row, "closed_at");
    Optional<Excuse> excuse =
        row.getObject("excused_by") == null
            ? Optional.empty()
            : Optional.of(excuse(row, uuid(row, "id"), fields));
    return at.map(end -> new Closing(end, excuse));
  }

  private static Excuse excuse(ResultSet row, UUID id, PersonalFields fields) throws SQLException {
    return new Excuse(
        new Excuse.Words(
            fields.decrypt(REASON, id, row.getBytes("excuse_reason")),
            Optional.ofNullable(row.getBytes("excuse_evidence"))
                .map(text -> fields.decrypt(EVIDENCE, id, text))),
        new StaffId(uuid(row, "excused_by")),
        instant(row, "excused_until"));
  }
}
