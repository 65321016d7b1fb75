package cn.venuepass.persistence.followup;

import cn.venuepass.application.IdGenerator;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.followup.FollowUp;
import cn.venuepass.domain.followup.FollowUpStep;
import cn.venuepass.persistence.PersonalFields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Writes follow-ups where nobody else did meanwhile, in the order of their people. */
final class FollowUpWrites {
  static final String NOTE = "follow_up_step.note";

  private static final String FIRST =
      """
      INSERT INTO follow_up (case_id, person_id, state, assignee_id, not_reached,
                             reached_at, isolated_at, revision)
      VALUES (:case, :person, :state, :assignee, :notReached, :reachedAt, :isolatedAt, :revision)
          ON CONFLICT DO NOTHING
      """;
  private static final String NEXT =
      """
      UPDATE follow_up SET state = :state, assignee_id = :assignee, not_reached = :notReached,
             reached_at = :reachedAt, isolated_at = :isolatedAt, revision = :revision
       WHERE case_id = :case AND person_id = :person AND revision = :revision - 1
      """;
  private static final String STEP =
      """
      INSERT INTO follow_up_step (id, case_id, person_id, revision, told, at, noted_at, by_id,
                                  assignee_id, note)
      VALUES (:id, :case, :person, :revision, :told, :at, :notedAt, :by, :assignee, :note)
      """;

  private final PersonalFields fields;
  private final IdGenerator ids;

  FollowUpWrites(PersonalFields fields, IdGenerator ids) {
    this.fields = fields;
    this.ids = ids;
  }

  int store(Handle handle, List<FollowUp> next, FollowUpStep step) {
    List<FollowUp> stored = new ArrayList<>();
    stored.addAll(write(handle, FIRST, next.stream().filter(one -> one.revision() == 1).toList()));
    stored.addAll(write(handle, NEXT, next.stream().filter(one -> one.revision() > 1).toList()));
    addSteps(handle, stored, step);
    return stored.size();
  }

  private static List<FollowUp> write(Handle handle, String statement, List<FollowUp> some) {
    if (some.isEmpty()) {
      return List.of();
    }
    List<FollowUp> ordered =
        some.stream().sorted(Comparator.comparing(one -> one.person().value().toString())).toList();
    PreparedBatch batch = handle.prepareBatch(statement);
    for (FollowUp one : ordered) {
      batch
          .bind("case", one.of().value())
          .bind("person", one.person().value())
          .bind("state", one.state().name())
          .bindByType("assignee", assignee(one), UUID.class)
          .bind("notReached", one.notReached())
          .bindByType("reachedAt", one.reachedAt().orElse(null), Instant.class)
          .bindByType("isolatedAt", one.isolatedAt().orElse(null), Instant.class)
          .bind("revision", one.revision())
          .add();
    }
    int[] written = batch.execute();
    List<FollowUp> stored = new ArrayList<>();
    for (int i = 0; i < written.length; i++) {
      if (written[i] == 1) {
        stored.add(ordered.get(i));
      }
    }
    return stored;
  }

  private void addSteps(Handle handle, List<FollowUp> stored, FollowUpStep step) {
    if (stored.isEmpty()) {
      return;
    }
    PreparedBatch batch = handle.prepareBatch(STEP);
    for (FollowUp one : stored) {
      UUID id = ids.next();
      byte @Nullable [] note = step.note().map(text -> fields.encrypt(NOTE, id, text)).orElse(null);
      batch
          .bind("id", id)
          .bind("case", one.of().value())
          .bind("person", one.person().value())
          .bind("revision", one.revision())
          .bind("told", step.told().name())
          .bind("at", step.at())
          .bind("notedAt", step.notedAt())
          .bind("by", step.by().value())
          .bindByType("assignee", assignee(one), UUID.class)
          .bindByType("note", note, byte[].class)
          .add();
    }
    int[] unused = batch.execute();
  }

  private static @Nullable UUID assignee(FollowUp one) {
    return one.assignee().map(StaffId::value).orElse(null);
  }
}
