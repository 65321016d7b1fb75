package cn.venuepass.persistence.control;

import static cn.venuepass.persistence.Columns.instant;
import static cn.venuepass.persistence.Columns.optionalId;
import static cn.venuepass.persistence.Columns.optionalInstant;
import static cn.venuepass.persistence.Columns.uuid;

import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.control.ControlEnding;
import cn.venuepass.domain.control.ControlGrounds;
import cn.venuepass.domain.control.ControlNote;
import cn.venuepass.domain.control.ControlOrder;
import cn.venuepass.domain.control.ControlOrderId;
import cn.venuepass.domain.control.ControlRule;
import cn.venuepass.domain.control.ControlSignature;
import cn.venuepass.domain.control.ControlTarget;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.persistence.PersonalFields;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** How a control order stands in its row; what is written about it is hidden. */
record ControlOrderRow(PersonalFields fields) {
  static final String COLUMNS =
      """
      o.id, o.person_id, o.venue_id, o.division_code, o.case_id, o.rule, o.reason, o.evidence,
      o.expires_at, o.proposed_by, o.proposed_at, o.approved_by, o.approved_at, o.ending,
      o.ended_by, o.ended_at, o.end_reason, o.revision
      """;
  private static final String REASON = "control_order.reason";
  private static final String EVIDENCE = "control_order.evidence";
  private static final String END_REASON = "control_order.end_reason";

  <S extends SqlStatement<S>> S bind(S statement, ControlOrder order) {
    UUID id = order.id().value();
    ControlTarget target = order.target();
    return bindState(statement, order)
        .bindByType(
            "person",
            target instanceof ControlTarget.OfPerson of ? of.person().value() : null,
            UUID.class)
        .bindByType(
            "venue",
            target instanceof ControlTarget.OfVenue of ? of.venue().value() : null,
            UUID.class)
        .bind("division", order.division().text())
        .bindByType("case", order.caseId().orElse(null), UUID.class)
        .bind("rule", order.grounds().rule().name())
        .bind("reason", fields.encrypt(REASON, id, order.grounds().reason().text()))
        .bind("evidence", hidden(EVIDENCE, id, order.grounds().evidence()))
        .bind("expiresAt", order.expiresAt())
        .bind("proposedBy", order.proposed().by().value())
        .bind("proposedAt", order.proposed().at())
        .bind("lapsesAt", order.lapsesAt());
  }

  /** What a step changes. */
  <S extends SqlStatement<S>> S bindState(S statement, ControlOrder order) {
    Optional<ControlEnding> ending = order.ending();
    return statement
        .bind("id", order.id().value())
        .bindByType(
            "approvedBy", order.approved().map(by -> by.by().value()).orElse(null), UUID.class)
        .bindByType(
            "approvedAt", order.approved().map(ControlSignature::at).orElse(null), Instant.class)
        .bindByType("ending", ending.map(end -> end.kind().name()).orElse(null), String.class)
        .bindByType(
            "endedBy", ending.map(end -> end.signed().by().value()).orElse(null), UUID.class)
        .bindByType("endedAt", ending.map(end -> end.signed().at()).orElse(null), Instant.class)
        .bind(
            "endReason",
            hidden(END_REASON, order.id().value(), ending.flatMap(ControlEnding::reason)))
        .bind("revision", order.revision());
  }

  ControlOrder read(ResultSet row) throws SQLException {
    UUID id = uuid(row, "id");
    return new ControlOrder(
        new ControlOrderId(id),
        target(row),
        new DivisionCode(row.getString("division_code")),
        optionalId(row, "case_id", value -> value),
        new ControlGrounds(
            ControlRule.valueOf(row.getString("rule")),
            shown(REASON, id, row.getBytes("reason")).orElseThrow(),
            shown(EVIDENCE, id, row.getBytes("evidence"))),
        instant(row, "expires_at"),
        signature(row, "proposed").orElseThrow(),
        signature(row, "approved"),
        ending(row, id),
        row.getInt("revision"));
  }

  private static ControlTarget target(ResultSet row) throws SQLException {
    Optional<ControlTarget> person =
        optionalId(row, "person_id", id -> new ControlTarget.OfPerson(new PersonId(id)));
    Optional<ControlTarget> venue =
        optionalId(row, "venue_id", id -> new ControlTarget.OfVenue(new VenueId(id)));
    return person.or(() -> venue).orElseThrow();
  }

  private Optional<ControlEnding> ending(ResultSet row, UUID id) throws SQLException {
    Optional<ControlNote> reason = shown(END_REASON, id, row.getBytes("end_reason"));
    String kind = row.getString("ending");
    return signature(row, "ended")
        .map(signed -> new ControlEnding(ControlEnding.Kind.valueOf(kind), signed, reason));
  }

  private static Optional<ControlSignature> signature(ResultSet row, String step)
      throws SQLException {
    Optional<Instant> at = optionalInstant(row, step + "_at");
    return optionalId(row, step + "_by", StaffId::new)
        .map(by -> new ControlSignature(by, at.orElseThrow()));
  }

  private byte @Nullable [] hidden(String column, UUID id, Optional<ControlNote> note) {
    return note.map(words -> fields.encrypt(column, id, words.text())).orElse(null);
  }

  private Optional<ControlNote> shown(String column, UUID id, byte @Nullable [] ciphertext) {
    return Optional.ofNullable(ciphertext)
        .map(bytes -> new ControlNote(fields.decrypt(column, id, bytes)));
  }
}
