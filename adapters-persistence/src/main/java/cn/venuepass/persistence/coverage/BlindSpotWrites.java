package cn.venuepass.persistence.coverage;

import static java.util.Comparator.comparing;

import cn.venuepass.domain.coverage.BlindSpot;
import cn.venuepass.domain.coverage.BlindSpotStep;
import cn.venuepass.persistence.PersonalFields;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Writes steps of the ledger in one transaction: first what becomes of known tasks, then new ones,
 * which may need what was closed before. Each in the order of a key, so that two nodes do not wait
 * for each other.
 */
final class BlindSpotWrites {
  private static final String UPDATE =
      """
      UPDATE blind_spot
         SET open_subject = :open, place_id = :place, venue_id = :venue, gap = :gap,
             since = :since, due_at = :dueAt, owner_division = :division,
             owner_department = :department, escalations = :escalations, closed_at = :closedAt,
             excuse_reason = :reason, excuse_evidence = :evidence, excused_by = :by,
             excused_until = :until, revision = :revision
       WHERE id = :id AND revision = :revision - 1
      """;
  private static final String INSERT =
      """
      INSERT INTO blind_spot
             (id, open_subject, place_id, venue_id, gap, since, due_at, owner_division,
              owner_department, escalations, closed_at, excuse_reason, excuse_evidence,
              excused_by, excused_until, revision)
      VALUES (:id, :open, :place, :venue, :gap, :since, :dueAt, :division,
              :department, :escalations, :closedAt, :reason, :evidence,
              :by, :until, :revision)
      ON CONFLICT DO NOTHING
      """;
  private static final String STEP =
      """
      INSERT INTO blind_spot_step (task_id, revision, what, at, owner_division, owner_department)
      VALUES (:task, :revision, :what, :at, :division, :department)
      """;

  private final Handle handle;
  private final PersonalFields fields;

  BlindSpotWrites(Handle handle, PersonalFields fields) {
    this.handle = handle;
    this.fields = fields;
  }

  /** Those of the steps that are written. */
  List<BlindSpotStep> apply(List<BlindSpotStep> steps) {
    List<BlindSpotStep> written = new ArrayList<>();
    written.addAll(
        write(
            UPDATE,
            steps.stream()
                .filter(step -> step.next().revision() > 0)
                .sorted(comparing(step -> step.next().id().value()))
                .toList()));
    written.addAll(
        write(
            INSERT,
            steps.stream()
                .filter(step -> step.next().revision() == 0)
                .sorted(comparing(step -> step.next().subject().key()))
                .toList()));
    note(written);
    return written;
  }

  private List<BlindSpotStep> write(String statement, List<BlindSpotStep> steps) {
    if (steps.isEmpty()) {
      return List.of();
    }
    PreparedBatch batch = handle.prepareBatch(statement);
    for (BlindSpotStep step : steps) {
      PreparedBatch unused = BlindSpotRow.bind(batch, step.next(), fields).add();
    }
    int[] counts = batch.execute();
    List<BlindSpotStep> written = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] == 1) {
        written.add(steps.get(i));
      }
    }
    return written;
  }

  private void note(List<BlindSpotStep> steps) {
    if (steps.isEmpty()) {
      return;
    }
    PreparedBatch batch = handle.prepareBatch(STEP);
    for (BlindSpotStep step : steps) {
      BlindSpot task = step.next();
      PreparedBatch unused =
          BlindSpotRow.bindOwner(batch, task.owner())
              .bind("task", task.id().value())
              .bind("revision", task.revision())
              .bind("what", step.what().name())
              .bind("at", step.at())
              .add();
    }
    int[] unused = batch.execute();
  }
}
