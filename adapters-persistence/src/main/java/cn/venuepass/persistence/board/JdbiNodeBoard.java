package cn.venuepass.persistence.board;

import static cn.venuepass.persistence.Columns.instant;
import static cn.venuepass.persistence.Columns.uuid;
import static java.time.temporal.ChronoUnit.MICROS;

import cn.venuepass.application.board.MinuteScans;
import cn.venuepass.application.board.NodeBoard;
import cn.venuepass.application.board.NodeFigures;
import cn.venuepass.domain.visit.ScanOutcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Update;

/** A row for each node, and one for each of its minutes and outcomes; nobody else writes them. */
public final class JdbiNodeBoard implements NodeBoard {
  private final Jdbi jdbi;

  public JdbiNodeBoard(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void write(NodeFigures node, List<MinuteScans> minutes) {
    jdbi.useTransaction(
        handle -> {
          int known =
              bound(
                      handle.createUpdate(
                          """
                          UPDATE node_figures
                             SET version = :version, started_at = :started, seen_at = :seen,
                                 waiting = :waiting, scans = :scans, batches = :batches,
                                 batched_scans = :batched, committing_micros = :committing
                           WHERE id = :id
                          """),
                      node)
                  .execute();
          if (known == 0) {
            bound(
                    handle.createUpdate(
                        """
                        INSERT INTO node_figures (id, version, started_at, seen_at, waiting, scans,
                                                  batches, batched_scans, committing_micros)
                        VALUES (:id, :version, :started, :seen, :waiting, :scans,
                                :batches, :batched, :committing)
                        """),
                    node)
                .execute();
          }
          replace(handle, node.id(), minutes);
        });
  }

  @Override
  public List<NodeFigures> nodes(Instant seenSince) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT id, version, started_at, seen_at, waiting, scans, batches,
                           batched_scans, committing_micros
                      FROM node_figures
                     WHERE seen_at >= :since
                     ORDER BY started_at, id
                    """)
                .bind("since", seenSince)
                .map((row, context) -> figures(row))
                .list());
  }

  @Override
  public List<MinuteScans> scans(Instant from) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT minute_at, outcome, CAST(sum(scans) AS bigint) AS scans
                      FROM node_scans
                     WHERE minute_at >= :from
                     GROUP BY minute_at, outcome
                    """)
                .bind("from", from)
                .map(
                    (row, context) ->
                        new MinuteScans(
                            instant(row, "minute_at"),
                            ScanOutcome.Kind.valueOf(row.getString("outcome")),
                            row.getLong("scans")))
                .list());
  }

  @Override
  public void wipe(Instant nodesBefore, Instant minutesBefore) {
    jdbi.useHandle(
        handle -> {
          handle
              .createUpdate("DELETE FROM node_figures WHERE seen_at < :before")
              .bind("before", nodesBefore)
              .execute();
          handle
              .createUpdate("DELETE FROM node_scans WHERE minute_at < :before")
              .bind("before", minutesBefore)
              .execute();
        });
  }

  @Override
  public void remove(UUID node) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("DELETE FROM node_figures WHERE id = :id")
                .bind("id", node)
                .execute());
  }

  private static void replace(Handle handle, UUID node, List<MinuteScans> minutes) {
    if (minutes.isEmpty()) {
      return;
    }
    Instant first =
        minutes.stream().map(MinuteScans::minute).min(Comparator.naturalOrder()).orElseThrow();
    handle
        .createUpdate("DELETE FROM node_scans WHERE node_id = :node AND minute_at >= :first")
        .bind("node", node)
        .bind("first", first)
        .execute();
    PreparedBatch rows =
        handle.prepareBatch(
            """
            INSERT INTO node_scans (node_id, minute_at, outcome, scans)
            VALUES (:node, :minute, :outcome, :scans)
            """);
    for (MinuteScans counted : minutes) {
      rows.bind("node", node)
          .bind("minute", counted.minute())
          .bind("outcome", counted.outcome().name())
          .bind("scans", counted.scans())
          .add();
    }
    int[] unused = rows.execute();
  }

  private static Update bound(Update update, NodeFigures node) {
    return update
        .bind("id", node.id())
        .bind("version", node.version())
        .bind("started", node.startedAt())
        .bind("seen", node.seenAt())
        .bind("waiting", node.waiting())
        .bind("scans", node.scans())
        .bind("batches", node.batches())
        .bind("batched", node.batchedScans())
        .bind("committing", node.committing().toNanos() / 1_000);
  }

  private static NodeFigures figures(ResultSet row) throws SQLException {
    return new NodeFigures(
        uuid(row, "id"),
        row.getString("version"),
        instant(row, "started_at"),
        instant(row, "seen_at"),
        row.getInt("waiting"),
        row.getLong("scans"),
        row.getLong("batches"),
        row.getLong("batched_scans"),
        Duration.of(row.getLong("committing_micros"), MICROS));
  }
}
