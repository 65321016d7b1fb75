package cn.venuepass.persistence.cases;

import static cn.venuepass.persistence.Columns.uuid;

import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.cases.ContactChange;
import cn.venuepass.domain.cases.ContactChange.Standing;
import cn.venuepass.domain.cases.Revision;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.tracing.ContactGrade;
import cn.venuepass.persistence.ManyRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The rows of case_change. A ring that is not there is 0. */
final class ChangeRows {
  private static final int AT_ONCE = 2_000;
  private static final int NO_RING = 0;

  private ChangeRows() {}

  static void insert(Handle handle, Revision revision, List<ContactChange> changes) {
    ManyRows<ContactChange> rows =
        new ManyRows<ContactChange>()
            .uuid("case_id", change -> revision.of().value())
            .number("number", change -> revision.number())
            .uuid("person_id", change -> change.person().value())
            .number("ring_before", change -> ring(change.before()))
            .text("grade_before", change -> grade(change.before()))
            .number("ring_after", change -> ring(change.after()))
            .text("grade_after", change -> grade(change.after()))
            .time("changed_at", change -> revision.at());
    for (int from = 0; from < changes.size(); from += AT_ONCE) {
      rows.write(
          handle,
          rows.insertInto("case_change"),
          changes.subList(from, Math.min(from + AT_ONCE, changes.size())));
    }
  }

  static List<ContactChange> read(Handle handle, CaseId of, int revision) {
    return handle
        .createQuery(
            """
            SELECT person_id, ring_before, grade_before, ring_after, grade_after
              FROM case_change WHERE case_id = :case AND number = :number
            """)
        .bind("case", of.value())
        .bind("number", revision)
        .map(
            (row, context) ->
                new ContactChange(
                    new PersonId(uuid(row, "person_id")),
                    standing(row, "ring_before", "grade_before"),
                    standing(row, "ring_after", "grade_after")))
        .list();
  }

  private static Optional<Standing> standing(ResultSet row, String ring, String grade)
      throws SQLException {
    @Nullable String known = row.getString(grade);
    return known == null
        ? Optional.empty()
        : Optional.of(new Standing(row.getInt(ring), ContactGrade.valueOf(known)));
  }

  private static int ring(Optional<Standing> standing) {
    return standing.map(Standing::ring).orElse(NO_RING);
  }

  private static @Nullable String grade(Optional<Standing> standing) {
    return standing.map(known -> known.grade().name()).orElse(null);
  }
}
