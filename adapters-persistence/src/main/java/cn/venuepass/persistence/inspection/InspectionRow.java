package cn.venuepass.persistence.inspection;

import static cn.venuepass.persistence.Columns.instant;
import static cn.venuepass.persistence.Columns.optionalInstant;
import static cn.venuepass.persistence.Columns.optionalText;
import static cn.venuepass.persistence.Columns.uuid;

import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.inspection.Finding;
import cn.venuepass.domain.inspection.Findings;
import cn.venuepass.domain.inspection.Inspection;
import cn.venuepass.domain.inspection.InspectionId;
import cn.venuepass.domain.inspection.InspectionStep;
import cn.venuepass.domain.inspection.Measure;
import cn.venuepass.domain.inspection.MeasureOrder;
import cn.venuepass.domain.inspection.Premises;
import cn.venuepass.domain.venue.DivisionCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatement;

/** How an inspection stands in its row; findings and steps have rows of their own. */
record InspectionRow(
    UUID id,
    Premises premises,
    StaffId inspector,
    Optional<DivisionCode> division,
    Instant at,
    MeasureOrder order,
    Inspection.State state,
    Optional<Instant> doneAt,
    int revision) {
  static final String COLUMNS =
      """
      i.id, i.venue_id, i.place_id, i.name, i.type_code, i.community_code, i.inspector_id,
      i.division_code, i.inspected_at, i.measure, i.due_at, i.state, i.done_at, i.revision
      """;

  static <S extends SqlStatement<S>> S bind(S statement, Inspection inspection) {
    return bindState(PremisesRow.bind(statement, inspection.premises()), inspection)
        .bind("inspector", inspection.inspector().value())
        .bindByType(
            "division", inspection.division().map(DivisionCode::text).orElse(null), String.class)
        .bind("at", inspection.at())
        .bind("measure", inspection.order().measure().name());
  }

  /** What a step changes. */
  static <S extends SqlStatement<S>> S bindState(S statement, Inspection inspection) {
    return statement
        .bind("id", inspection.id().value())
        .bindByType("dueAt", inspection.order().dueAt().orElse(null), Instant.class)
        .bind("state", inspection.state().name())
        .bindByType("doneAt", inspection.doneAt().orElse(null), Instant.class)
        .bind("revision", inspection.revision());
  }

  static InspectionRow read(ResultSet row) throws SQLException {
    return new InspectionRow(
        uuid(row, "id"),
        PremisesRow.read(row),
        new StaffId(uuid(row, "inspector_id")),
        optionalText(row, "division_code", DivisionCode::new),
        instant(row, "inspected_at"),
        new MeasureOrder(Measure.valueOf(row.getString("measure")), optionalInstant(row, "due_at")),
        Inspection.State.valueOf(row.getString("state")),
        optionalInstant(row, "done_at"),
        row.getInt("revision"));
  }

  Inspection with(List<Finding> findings, List<InspectionStep> steps) {
    return new Inspection(
        new InspectionId(id),
        premises,
        inspector,
        division,
        at,
        new Findings(findings),
        order,
        state,
        doneAt,
        steps,
        revision);
  }
}
