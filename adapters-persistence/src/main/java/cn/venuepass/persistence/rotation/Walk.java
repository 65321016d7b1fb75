package cn.venuepass.persistence.rotation;

import static cn.venuepass.persistence.Columns.optionalId;
import static cn.venuepass.persistence.Columns.optionalInstant;
import static cn.venuepass.persistence.Columns.optionalText;

import cn.venuepass.persistence.FieldKeys;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * How far the walk through all personal values is, in a row of the store: whichever node goes on
 * begins where the last slice ended. One node walks at a time; if it dies, another takes over soon.
 */
final class Walk {
  private static final Duration LEASE = Duration.ofSeconds(10);
  private static final Duration AGAIN = Duration.ofHours(6);

  private final UUID worker;

  Walk(UUID worker) {
    this.worker = worker;
  }

  /**
   * Where a walk is.
   *
   * @param table the table under way; none at the begin
   * @param last the last row that is done there
   * @param found rows that were found under older keys since the begin
   */
  record Position(
      long encryptionKey,
      int hashKey,
      Optional<String> table,
      Optional<UUID> last,
      long found,
      Optional<Instant> finishedAt) {

    /** Whether it goes to those keys. */
    boolean leadsTo(FieldKeys keys) {
      return encryptionKey == Integer.toUnsignedLong(keys.encryptionKey())
          && hashKey == keys.hashKey();
    }

    /** Whether nothing needs to be done for now; stragglers are looked for from time to time. */
    boolean isDone(FieldKeys keys, Instant now) {
      return leadsTo(keys) && finishedAt.filter(at -> now.isBefore(at.plus(AGAIN))).isPresent();
    }
  }

  static Optional<Position> find(Handle handle) {
    return handle
        .createQuery(
            """
            SELECT encryption_key, hash_key, table_name, last_id, found, finished_at
              FROM key_rotation WHERE id = 1
            """)
        .map(Walk::position)
        .findOne();
  }

  /** Goes on where the walk is, or begins one; nothing if it is done or another node walks. */
  Optional<Position> take(Handle handle, FieldKeys keys, Instant now) {
    Optional<Position> known = find(handle);
    if (known.filter(position -> position.isDone(keys, now)).isPresent()) {
      return Optional.empty();
    }
    if (known.isEmpty()) {
      add(handle, keys);
    }
    if (!lease(handle, now)) {
      return Optional.empty();
    }
    Position taken = find(handle).orElseThrow();
    if (!taken.leadsTo(keys) || taken.finishedAt().isPresent()) {
      begin(handle, keys);
      return find(handle);
    }
    return Optional.of(taken);
  }

  /** Notes what is done; the rows before it are not looked at again in this walk. */
  void advance(Handle handle, String table, @Nullable UUID last, long found, Instant now) {
    int unused =
        handle
            .createUpdate(
                """
                UPDATE key_rotation
                   SET table_name = :table, last_id = :last, found = found + :found,
                       worker_until = :until
                 WHERE id = 1 AND worker = :worker
                """)
            .bind("table", table)
            .bindByType("last", last, UUID.class)
            .bind("found", found)
            .bind("until", now.plus(LEASE))
            .bind("worker", worker)
            .execute();
  }

  /** Begins again under those keys. */
  void begin(Handle handle, FieldKeys keys) {
    int unused =
        handle
            .createUpdate(
                """
                UPDATE key_rotation
                   SET encryption_key = :encryption, hash_key = :hash, table_name = NULL,
                       last_id = NULL, found = 0, finished_at = NULL
                 WHERE id = 1 AND worker = :worker
                """)
            .bind("encryption", Integer.toUnsignedLong(keys.encryptionKey()))
            .bind("hash", keys.hashKey())
            .bind("worker", worker)
            .execute();
  }

  /** The walk found nothing, so the one before left nothing. */
  void finish(Handle handle, Instant now) {
    int unused =
        handle
            .createUpdate(
                """
                UPDATE key_rotation SET finished_at = :now, worker = NULL, worker_until = NULL
                 WHERE id = 1 AND worker = :worker
                """)
            .bind("now", now)
            .bind("worker", worker)
            .execute();
  }

  private static void add(Handle handle, FieldKeys keys) {
    int unused =
        handle
            .createUpdate(
                """
                INSERT INTO key_rotation (id, encryption_key, hash_key, found)
                VALUES (1, :encryption, :hash, 0)
                ON CONFLICT DO NOTHING
                """)
            .bind("encryption", Integer.toUnsignedLong(keys.encryptionKey()))
            .bind("hash", keys.hashKey())
            .execute();
  }

  private boolean lease(Handle handle, Instant now) {
    return handle
            .createUpdate(
                """
                UPDATE key_rotation SET worker = :worker, worker_until = :until
                 WHERE id = 1 AND (worker IS NULL OR worker = :worker OR worker_until < :now)
                """)
            .bind("worker", worker)
            .bind("until", now.plus(LEASE))
            .bind("now", now)
            .execute()
        == 1;
  }

  private static Position position(ResultSet row, StatementContext context) throws SQLException {
    return new Position(
        row.getLong("encryption_key"),
        row.getInt("hash_key"),
        optionalText(row, "table_name", Function.identity()),
        optionalId(row, "last_id", Function.identity()),
        row.getLong("found"),
        optionalInstant(row, "finished_at"));
  }
}
