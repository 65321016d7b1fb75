package cn.venuepass.persistence.retention;

import cn.venuepass.application.retention.RetentionReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;

/**
 * People to whom nothing refers any more. One run marks them, a run at least a day later deletes
 * who is still forsaken: nobody goes between being looked up at a gate and passing it.
 */
final class ForsakenPeople {
  private static final Duration WAIT = Duration.ofDays(1);

  private static final String FORSAKEN =
      """
      NOT EXISTS (SELECT 1 FROM account r WHERE r.person_id = x.id)
        AND NOT EXISTS (SELECT 1 FROM presence r WHERE r.person_id = x.id)
        AND NOT EXISTS (SELECT 1 FROM visit r WHERE r.person_id = x.id)
        AND NOT EXISTS (SELECT 1 FROM family_link r WHERE r.person_id = x.id)
        AND NOT EXISTS (SELECT 1 FROM manager r WHERE r.person_id = x.id)
        AND NOT EXISTS (SELECT 1 FROM roster_entry r WHERE r.person_id = x.id)
        AND NOT EXISTS (SELECT 1 FROM paper_pass r WHERE r.person_id = x.id)
        AND NOT EXISTS (SELECT 1 FROM scan_companion r WHERE r.person_id = x.id)
        AND NOT EXISTS (SELECT 1 FROM scan_companion r WHERE r.companion_id = x.id)
        AND NOT EXISTS (SELECT 1 FROM notification r WHERE r.person_id = x.id)
        AND NOT EXISTS (SELECT 1 FROM data_request r WHERE r.about_id = x.id)
        AND NOT EXISTS (SELECT 1 FROM follow_up r WHERE r.person_id = x.id)
        AND NOT EXISTS (SELECT 1 FROM exposure_told r WHERE r.person_id = x.id)
        AND NOT EXISTS (SELECT 1 FROM trace_case r WHERE r.person_id = x.id)
        AND NOT EXISTS (SELECT 1 FROM case_statement r WHERE r.person_id = x.id)
        AND NOT EXISTS (SELECT 1 FROM case_contact r WHERE r.person_id = x.id)
        AND NOT EXISTS (SELECT 1 FROM case_overlap r WHERE r.via_id = x.id)
        AND NOT EXISTS (SELECT 1 FROM case_change r WHERE r.person_id = x.id)
        AND NOT EXISTS (SELECT 1 FROM control_order r WHERE r.person_id = x.id)
        AND NOT EXISTS (SELECT 1 FROM control_locked_in r WHERE r.person_id = x.id)""";

  private static final String FREE =
      """
      NOT EXISTS (SELECT 1 FROM retention_hold r
                   WHERE r.person_id = x.id AND r.released_at IS NULL)""";

  private static final String GOES = "x.forsaken_at <= :limit AND " + FORSAKEN + " AND " + FREE;
  private static final String HELD = "x.forsaken_at <= :limit AND " + FORSAKEN + " AND NOT " + FREE;

  private final Jdbi jdbi;
  private final Slices slices;

  ForsakenPeople(Jdbi jdbi, Slices slices) {
    this.jdbi = jdbi;
    this.slices = slices;
  }

  RetentionReport.Line purge(Instant now) {
    mark("NULL", "x.forsaken_at IS NOT NULL AND NOT (" + FORSAKEN + ")", now);
    Span span = span(GOES, now);
    long deleted = delete(now.minus(WAIT));
    mark(":now", "x.forsaken_at IS NULL AND " + FORSAKEN, now);
    return line(deleted, span, now);
  }

  private long delete(Instant limit) {
    long all = 0;
    int slice;
    do {
      slice = slices.tried(handle -> slice(handle, limit));
      all += slice;
    } while (slice == Slices.ROWS);
    return all;
  }

  /** With the claims of their hashes: somebody with that number may be added again. */
  private static int slice(Handle handle, Instant limit) {
    List<UUID> people =
        handle
            .createQuery("SELECT x.id FROM person x WHERE %s LIMIT %d".formatted(GOES, Slices.ROWS))
            .bind("limit", limit)
            .mapTo(UUID.class)
            .list();
    if (people.isEmpty()) {
      return 0;
    }
    int deleted =
        handle
            .createUpdate("DELETE FROM person x WHERE x.id IN (<people>) AND " + GOES)
            .bindList("people", people)
            .bind("limit", limit)
            .execute();
    int unused =
        handle
            .createUpdate(
                """
                DELETE FROM hash_claim c WHERE c.owner_id IN (<people>)
                   AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.owner_id)
                """)
            .bindList("people", people)
            .execute();
    return deleted;
  }

  RetentionReport.Line preview(Instant now) {
    Span span = span(GOES, now);
    return line(span.rows(), span, now);
  }

  private RetentionReport.Line line(long deleted, Span span, Instant now) {
    return new RetentionReport.Line(
        "person", deleted, span.oldest(), span.newest(), 0, span(HELD, now).rows());
  }

  private Span span(String condition, Instant now) {
    return Span.of(jdbi, "person", "forsaken_at", condition, now.minus(WAIT));
  }

  private void mark(String value, String condition, Instant now) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "UPDATE person x SET forsaken_at = %s WHERE %s".formatted(value, condition))
                .configure(
                    SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true))
                .bind("now", now)
                .execute());
  }
}
