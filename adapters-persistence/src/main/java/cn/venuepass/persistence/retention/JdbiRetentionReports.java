package cn.venuepass.persistence.retention;

import static cn.venuepass.persistence.Columns.instant;
import static cn.venuepass.persistence.Columns.optionalInstant;
import static cn.venuepass.persistence.Columns.uuid;

import cn.venuepass.application.Cursor;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.retention.RetentionLimits;
import cn.venuepass.application.retention.RetentionReport;
import cn.venuepass.application.retention.RetentionReport.Line;
import cn.venuepass.application.retention.RetentionReports;
import cn.venuepass.persistence.Keyset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Reports of runs; one row says whose turn it is. */
public final class JdbiRetentionReports implements RetentionReports {
  private final Jdbi jdbi;

  public JdbiRetentionReports(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public boolean takeTurn(Instant now, Instant until) {
    return jdbi.withHandle(
        handle ->
            handle
                    .createUpdate(
                        """
                        UPDATE retention_turn SET taken_until = :until
                         WHERE id = 1 AND taken_until <= :now
                        """)
                    .bind("until", until)
                    .bind("now", now)
                    .execute()
                == 1);
  }

  @Override
  public void giveTurnBack(Instant until) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE retention_turn SET taken_until = :free
                     WHERE id = 1 AND taken_until = :until
                    """)
                .bind("free", Instant.EPOCH)
                .bind("until", until)
                .execute());
  }

  @Override
  public void add(RetentionReport report) {
    jdbi.useTransaction(
        handle -> {
          add(handle, report);
          addLines(handle, report);
        });
  }

  @Override
  public Page<RetentionReport> list(PageRequest request) {
    String query =
        """
        SELECT id, started_at, took_millis, complete, visits_seconds, receipts_seconds,
               refusals_seconds, sessions_seconds, creations_seconds, devices_seconds
          FROM retention_report WHERE TRUE
        """;
    return Page.of(
        jdbi.withHandle(
            handle ->
                Keyset.bind(
                        handle.createQuery(
                            Keyset.descending("started_at", "id").page(query, request)),
                        request)
                    .map((row, context) -> report(handle, row))
                    .list()),
        request,
        report -> new Cursor(report.startedAt(), report.id()));
  }

  private static void add(Handle handle, RetentionReport report) {
    RetentionLimits limits = report.limits();
    int unused =
        handle
            .createUpdate(
                """
                INSERT INTO retention_report (id, started_at, took_millis, complete, visits_seconds,
                       receipts_seconds, refusals_seconds, sessions_seconds, creations_seconds,
                       devices_seconds)
                VALUES (:id, :started, :took, :complete, :visits, :receipts, :refusals, :sessions,
                        :creations, :devices)
                """)
            .bind("id", report.id())
            .bind("started", report.startedAt())
            .bind("took", report.took().toMillis())
            .bind("complete", report.complete())
            .bind("visits", limits.visits().toSeconds())
            .bind("receipts", limits.receipts().toSeconds())
            .bind("refusals", limits.refusals().toSeconds())
            .bind("sessions", limits.sessions().toSeconds())
            .bind("creations", limits.creations().toSeconds())
            .bind("devices", limits.devices().toSeconds())
            .execute();
  }

  private static void addLines(Handle handle, RetentionReport report) {
    var batch =
        handle.prepareBatch(
            """
            INSERT INTO retention_report_line (report_id, place, name, deleted, oldest, newest,
                                               partitions, held)
            VALUES (:report, :place, :name, :deleted, :oldest, :newest, :partitions, :held)
            """);
    for (int i = 0; i < report.lines().size(); i++) {
      Line line = report.lines().get(i);
      batch
          .bind("report", report.id())
          .bind("place", i)
          .bind("name", line.table())
          .bind("deleted", line.deleted())
          .bindByType("oldest", line.oldest().orElse(null), Instant.class)
          .bindByType("newest", line.newest().orElse(null), Instant.class)
          .bind("partitions", line.partitions())
          .bind("held", line.held())
          .add();
    }
    int[] unused = batch.execute();
  }

  private static RetentionReport report(Handle handle, ResultSet row) throws SQLException {
    UUID id = uuid(row, "id");
    return new RetentionReport(
        id,
        instant(row, "started_at"),
        Duration.ofMillis(row.getLong("took_millis")),
        row.getBoolean("complete"),
        new RetentionLimits(
            seconds(row, "visits_seconds"),
            seconds(row, "receipts_seconds"),
            seconds(row, "refusals_seconds"),
            seconds(row, "sessions_seconds"),
            seconds(row, "creations_seconds"),
            seconds(row, "devices_seconds")),
        lines(handle, id));
  }

  private static List<Line> lines(Handle handle, UUID report) {
    return handle
        .createQuery(
            """
            SELECT name, deleted, oldest, newest, partitions, held
              FROM retention_report_line WHERE report_id = :report ORDER BY place
            """)
        .bind("report", report)
        .map(
            (row, context) ->
                new Line(
                    row.getString("name"),
                    row.getLong("deleted"),
                    optionalInstant(row, "oldest"),
                    optionalInstant(row, "newest"),
                    row.getInt("partitions"),
                    row.getLong("held")))
        .list();
  }

  private static Duration seconds(ResultSet row, String column) throws SQLException {
    return Duration.ofSeconds(row.getLong(column));
  }
}
