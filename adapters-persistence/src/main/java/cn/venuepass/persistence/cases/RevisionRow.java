package cn.venuepass.persistence.cases;

import static cn.venuepass.persistence.Columns.instant;
import static cn.venuepass.persistence.Columns.optionalInstant;
import static cn.venuepass.persistence.Columns.uuid;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.cases.Revision;
import cn.venuepass.domain.cases.Revision.Basis;
import cn.venuepass.domain.cases.Revision.Cause;
import cn.venuepass.domain.cases.Revision.RingCounts;
import cn.venuepass.domain.tracing.Interval;
import cn.venuepass.domain.venue.DivisionCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import org.jdbi.v3.core.Handle;

/** A row of case_revision. */
final class RevisionRow {
  static final String SELECT =
      """
      SELECT r.case_id, r.number, r.at, r.causes, r.parameters, r.window_from, r.window_to,
             r.first_ring, r.second_ring, r.first_left, r.second_left, r.sources_left,
             r.stays_outside, r.division_code, r.isolated_at,
             r.statements, r.isolations
        FROM case_revision r
       WHERE r.case_id = :case
      """;

  private RevisionRow() {}

  /** Whether it was inserted: there is none of that number yet. */
  static boolean insert(Handle handle, Revision revision, String digest) {
    return handle
            .createUpdate(
                """
                INSERT INTO case_revision
                       (case_id, number, at, causes, parameters, window_from, window_to, first_ring,
                        second_ring, first_left, second_left, sources_left, stays_outside,
                        division_code, isolated_at, statements, isolations, digest)
                VALUES (:case, :number, :at, :causes, :parameters, :from, :to, :first, :second,
                        :firstLeft, :secondLeft, :sourcesLeft, :outside, :division, :isolated,
                        :statements, :isolations, :digest)
                ON CONFLICT DO NOTHING
                """)
            .bind("case", revision.of().value())
            .bind("number", revision.number())
            .bind("at", revision.at())
            .bind(
                "causes",
                revision.causes().stream().sorted().map(Cause::name).collect(joining(",")))
            .bind("parameters", revision.parameters())
            .bind("from", revision.window().from())
            .bind("to", revision.window().to())
            .bind("first", revision.contacts().first())
            .bind("second", revision.contacts().second())
            .bind("firstLeft", revision.left().first())
            .bind("secondLeft", revision.left().second())
            .bind("sourcesLeft", revision.sourcesLeft())
            .bind("outside", revision.staysOutside())
            .bind("division", revision.basis().division().text())
            .bindByType("isolated", revision.basis().isolatedAt().orElse(null), Instant.class)
            .bind("statements", revision.basis().statements())
            .bind("isolations", revision.basis().isolations())
            .bind("digest", digest)
            .execute()
        == 1;
  }

  static Revision read(ResultSet row) throws SQLException {
    return new Revision(
        new CaseId(uuid(row, "case_id")),
        row.getInt("number"),
        instant(row, "at"),
        Arrays.stream(row.getString("causes").split(",", 0)).map(Cause::valueOf).collect(toSet()),
        row.getInt("parameters"),
        new Interval(instant(row, "window_from"), instant(row, "window_to")),
        new RingCounts(row.getInt("first_ring"), row.getInt("second_ring")),
        new RingCounts(row.getInt("first_left"), row.getInt("second_left")),
        row.getInt("sources_left"),
        row.getInt("stays_outside"),
        new Basis(
            new DivisionCode(row.getString("division_code")),
            optionalInstant(row, "isolated_at"),
            row.getInt("statements"),
            row.getLong("isolations")));
  }
}
