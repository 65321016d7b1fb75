package cn.venuepass.persistence.inspection;

import static cn.venuepass.persistence.Columns.instant;
import static cn.venuepass.persistence.Columns.optionalId;
import static cn.venuepass.persistence.Columns.optionalText;
import static cn.venuepass.persistence.Columns.uuid;

import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.inspection.Draw;
import cn.venuepass.domain.inspection.InspectionId;
import cn.venuepass.domain.inspection.InspectionPlan;
import cn.venuepass.domain.inspection.InspectionPlan.Done;
import cn.venuepass.domain.inspection.InspectionPlan.Drawn;
import cn.venuepass.domain.inspection.InspectionPlan.Item;
import cn.venuepass.domain.inspection.InspectionPlanId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;

/** How a plan and its items stand in their rows. */
final class PlanRow {
  static final String COLUMNS =
      """
      p.id, p.name, p.made_by, p.made_at, p.due_at, p.seed, p.wanted, p.not_inspected_days,
      p.candidates, p.fingerprint""";

  private PlanRow() {}

  static <S extends SqlStatement<S>> S bind(S statement, InspectionPlan plan) {
    Optional<Drawn> drawn = plan.drawn();
    return statement
        .bind("id", plan.id().value())
        .bind("name", plan.name())
        .bind("madeBy", plan.madeBy().value())
        .bind("madeAt", plan.madeAt())
        .bind("dueAt", plan.dueAt())
        .bindByType("seed", drawn.map(how -> how.draw().seed()).orElse(null), String.class)
        .bindByType("wanted", drawn.map(Drawn::wanted).orElse(null), Integer.class)
        .bindByType(
            "notInspectedFor", drawn.map(Drawn::notInspectedFor).orElse(null), Integer.class)
        .bindByType("candidates", drawn.map(Drawn::candidates).orElse(null), Integer.class)
        .bindByType("fingerprint", drawn.map(Drawn::fingerprint).orElse(null), String.class);
  }

  static InspectionPlan read(ResultSet row, List<Item> items) throws SQLException {
    return new InspectionPlan(
        new InspectionPlanId(uuid(row, "id")),
        row.getString("name"),
        new StaffId(uuid(row, "made_by")),
        instant(row, "made_at"),
        instant(row, "due_at"),
        drawn(row),
        items);
  }

  static Item item(ResultSet row) throws SQLException {
    Optional<InspectionId> inspection = optionalId(row, "inspection_id", InspectionId::new);
    return new Item(
        PremisesRow.read(row),
        inspection.isPresent()
            ? Optional.of(new Done(inspection.get(), instant(row, "done_at")))
            : Optional.empty());
  }

  private static Optional<Drawn> drawn(ResultSet row) throws SQLException {
    Optional<Draw> draw = optionalText(row, "seed", Draw::new);
    return draw.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Drawn(
                draw.get(),
                row.getInt("wanted"),
                row.getInt("not_inspected_days"),
                row.getInt("candidates"),
                row.getString("fingerprint")));
  }
}
