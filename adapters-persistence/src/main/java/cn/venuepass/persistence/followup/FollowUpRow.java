package cn.venuepass.persistence.followup;

import static cn.venuepass.persistence.Columns.optionalId;
import static cn.venuepass.persistence.Columns.optionalInstant;
import static cn.venuepass.persistence.Columns.optionalText;
import static cn.venuepass.persistence.Columns.uuid;

import cn.venuepass.application.followup.FollowUps.Standing;
import cn.venuepass.application.followup.FollowUps.Tended;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.followup.FollowUp;
import cn.venuepass.domain.followup.FollowUpState;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.tracing.ContactGrade;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A row of {@link #ALL}: the listed contacts of a case, and those who were listed once. */
final class FollowUpRow {
  /** All follow-ups of the case {@code :case}, as {@code x}; ends so that conditions may follow. */
  static final String ALL =
      """
      FROM (
        SELECT c.person_id, COALESCE(f.state, 'NEW') AS state, f.assignee_id,
               COALESCE(f.not_reached, 0) AS not_reached, f.reached_at, f.isolated_at,
               COALESCE(f.revision, 0) AS revision,
               c.ring, c.grade, c.total_minutes, c.staff, c.risk
          FROM case_contact c
          LEFT JOIN follow_up f ON f.case_id = c.case_id AND f.person_id = c.person_id
         WHERE c.case_id = :case
        UNION ALL
        SELECT f.person_id, f.state, f.assignee_id, f.not_reached, f.reached_at, f.isolated_at,
               f.revision, 3, NULL, 0, FALSE, 0
          FROM follow_up f
         WHERE f.case_id = :case
           AND NOT EXISTS (SELECT 1 FROM case_contact c
                            WHERE c.case_id = f.case_id AND c.person_id = f.person_id)
      ) x
      WHERE TRUE
      """;

  static final String COLUMNS =
      """
      SELECT x.person_id, x.state, x.assignee_id, x.not_reached, x.reached_at, x.isolated_at,
             x.revision, x.ring, x.grade, x.total_minutes, x.staff, x.risk
      """;

  /** Who was not reached comes first. */
  static final String URGENCY =
      "(CASE x.state WHEN 'CALLED' THEN 1 WHEN 'ISOLATED' THEN 2 WHEN 'RELEASED' THEN 3 ELSE 0 END)";

  private FollowUpRow() {}

  static Tended read(CaseId of, ResultSet row) throws SQLException {
    var grade = optionalText(row, "grade", ContactGrade::valueOf);
    int ring = row.getInt("ring");
    int minutes = row.getInt("total_minutes");
    boolean staff = row.getBoolean("staff");
    int risk = row.getInt("risk");
    return new Tended(
        new FollowUp(
            of,
            new PersonId(uuid(row, "person_id")),
            FollowUpState.valueOf(row.getString("state")),
            optionalId(row, "assignee_id", StaffId::new),
            row.getInt("not_reached"),
            optionalInstant(row, "reached_at"),
            optionalInstant(row, "isolated_at"),
            row.getInt("revision")),
        grade.map(known -> new Standing(ring, known, minutes, staff, risk)));
  }
}
