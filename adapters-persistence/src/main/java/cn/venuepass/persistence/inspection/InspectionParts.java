package cn.venuepass.persistence.inspection;

import static cn.venuepass.persistence.Columns.instant;
import static cn.venuepass.persistence.Columns.optionalInstant;
import static cn.venuepass.persistence.Columns.uuid;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import cn.venuepass.application.IdGenerator;
import cn.venuepass.domain.inspection.ChecklistItem;
import cn.venuepass.domain.inspection.Finding;
import cn.venuepass.domain.inspection.Inspection;
import cn.venuepass.domain.inspection.InspectionNote;
import cn.venuepass.domain.inspection.InspectionStep;
import cn.venuepass.persistence.PersonalFields;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Findings and steps of inspections; what people wrote is hidden. */
final class InspectionParts {
  private static final String FINDING_NOTE = "inspection_finding.note";
  private static final String STEP_NOTE = "inspection_step.note";

  private final PersonalFields fields;
  private final IdGenerator ids;

  InspectionParts(PersonalFields fields, IdGenerator ids) {
    this.fields = fields;
    this.ids = ids;
  }

  private record Part<T>(UUID inspection, T value) {}

  void addFindings(Handle handle, Inspection inspection) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO inspection_finding (id, inspection_id, item, result, note)
            VALUES (:id, :inspection, :item, :result, :note)
            """);
    for (Finding finding : inspection.findings().all()) {
      UUID id = ids.next();
      batch
          .bind("id", id)
          .bind("inspection", inspection.id().value())
          .bind("item", finding.item().name())
          .bind("result", finding.result().name())
          .bindByType("note", hidden(FINDING_NOTE, id, finding.note()), byte[].class)
          .add();
    }
    int[] unused = batch.execute();
  }

  void addLatestStep(Handle handle, Inspection inspection) {
    UUID id = ids.next();
    InspectionStep step = inspection.latest();
    int unused =
        handle
            .createUpdate(
                """
                INSERT INTO inspection_step (id, inspection_id, place, kind, at, note, due_at)
                VALUES (:id, :inspection, :place, :kind, :at, :note, :dueAt)
                """)
            .bind("id", id)
            .bind("inspection", inspection.id().value())
            .bind("place", inspection.revision())
            .bind("kind", step.kind().name())
            .bind("at", step.at())
            .bindByType("note", hidden(STEP_NOTE, id, step.note()), byte[].class)
            .bindByType("dueAt", step.dueAt().orElse(null), Instant.class)
            .execute();
  }

  /** The inspections of the rows, in that order. */
  List<Inspection> complete(Handle handle, List<InspectionRow> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    List<UUID> of = rows.stream().map(InspectionRow::id).toList();
    Map<UUID, List<Finding>> findings = byInspection(findings(handle, of));
    Map<UUID, List<InspectionStep>> steps = byInspection(steps(handle, of));
    return rows.stream()
        .map(
            row ->
                row.with(
                    findings.getOrDefault(row.id(), List.of()),
                    steps.getOrDefault(row.id(), List.of())))
        .toList();
  }

  private List<Part<Finding>> findings(Handle handle, List<UUID> inspections) {
    return handle
        .createQuery(
            """
            SELECT id, inspection_id, item, result, note FROM inspection_finding
             WHERE inspection_id IN (<inspections>)
            """)
        .bindList("inspections", inspections)
        .map(
            (row, context) ->
                new Part<>(
                    uuid(row, "inspection_id"),
                    new Finding(
                        ChecklistItem.valueOf(row.getString("item")),
                        Finding.Result.valueOf(row.getString("result")),
                        note(FINDING_NOTE, row))))
        .list();
  }

  private List<Part<InspectionStep>> steps(Handle handle, List<UUID> inspections) {
    return handle
        .createQuery(
            """
            SELECT id, inspection_id, kind, at, note, due_at FROM inspection_step
             WHERE inspection_id IN (<inspections>) ORDER BY inspection_id, place
            """)
        .bindList("inspections", inspections)
        .map(
            (row, context) ->
                new Part<>(
                    uuid(row, "inspection_id"),
                    new InspectionStep(
                        InspectionStep.Kind.valueOf(row.getString("kind")),
                        instant(row, "at"),
                        note(STEP_NOTE, row),
                        optionalInstant(row, "due_at"))))
        .list();
  }

  private static <T> Map<UUID, List<T>> byInspection(List<Part<T>> parts) {
    return parts.stream().collect(groupingBy(Part::inspection, mapping(Part::value, toList())));
  }

  private byte @Nullable [] hidden(String column, UUID id, Optional<InspectionNote> note) {
    return note.map(known -> fields.encrypt(column, id, known.text())).orElse(null);
  }

  private Optional<InspectionNote> note(String column, ResultSet row) throws SQLException {
    UUID id = uuid(row, "id");
    return Optional.ofNullable(row.getBytes("note"))
        .map(hidden -> new InspectionNote(fields.decrypt(column, id, hidden)));
  }
}
