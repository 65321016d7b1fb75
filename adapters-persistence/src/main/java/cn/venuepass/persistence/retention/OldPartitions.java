package cn.venuepass.persistence.retention;

import cn.venuepass.persistence.StoreFaults;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drops whole partitions of which nothing is needed any more. They are detached concurrently: a
 * plain detach would make every scan wait behind the one that it waits for itself.
 */
final class OldPartitions {
  private static final Logger LOG = LoggerFactory.getLogger(OldPartitions.class);

  /** The lock of whoever makes partitions. */
  private static final long LOCK = 0x76656e7565L;

  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private final Jdbi jdbi;

  OldPartitions(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** What was dropped. */
  record Dropped(int partitions, Span span) {}

  /** A partition as the catalogue has it; one that is not attached was cut off while it went. */
  private record Partition(String name, boolean attached, boolean pending) {}

  Dropped drop(Kind kind, int days, Instant limit) {
    var dropped = new Dropped(0, Span.NOTHING);
    for (Partition partition : before(kind, days, limit)) {
      if (isNeeded(kind, partition, limit)) {
        continue;
      }
      Span span =
          Span.of(
              jdbi,
              partition.name(),
              kind.time(),
              "x.%s < :limit OR TRUE".formatted(kind.time()),
              limit);
      if (drop(kind, partition)) {
        dropped = new Dropped(dropped.partitions() + 1, dropped.span().and(span));
      }
    }
    return dropped;
  }

  /** The partitions that end before the limit, by the first day that their names carry. */
  private List<Partition> before(Kind kind, int days, Instant limit) {
    String last =
        kind.table()
            + "_p"
            + LocalDate.ofInstant(limit, ZoneOffset.UTC)
                .minusDays(days)
                .format(DateTimeFormatter.BASIC_ISO_DATE);
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT c.relname AS name, i.inhrelid IS NOT NULL AS attached,
                           COALESCE(i.inhdetachpending, false) AS pending
                      FROM pg_class c LEFT JOIN pg_inherits i ON i.inhrelid = c.oid
                     WHERE c.relkind = 'r' AND c.relnamespace = CAST(current_schema() AS regnamespace)
                       AND c.relname ~ :pattern AND c.relname <= CAST(:last AS name)
                     ORDER BY c.relname
                    """)
                .bind("pattern", "^" + kind.table() + "_p[0-9]{8}$")
                .bind("last", last)
                .map(
                    (row, context) ->
                        new Partition(
                            row.getString("name"),
                            row.getBoolean("attached"),
                            row.getBoolean("pending")))
                .list());
  }

  private boolean isNeeded(Kind kind, Partition partition, Instant limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT EXISTS (SELECT 1 FROM %s x WHERE NOT (%s))"
                        .formatted(partition.name(), kind.goes()))
                .bind("limit", limit)
                .mapTo(Boolean.class)
                .one());
  }

  /** False if somebody was in the way for too long; then slices or the next run do it. */
  private boolean drop(Kind kind, Partition partition) {
    try (Handle own = jdbi.open()) {
      own.execute("SET lock_timeout = '3s'");
      try {
        own.execute("SELECT pg_advisory_lock(?)", LOCK);
        if (partition.attached()) {
          own.execute(
              "ALTER TABLE %s DETACH PARTITION %s %s"
                  .formatted(
                      kind.table(),
                      partition.name(),
                      partition.pending() ? "FINALIZE" : "CONCURRENTLY"));
        }
        own.execute("DROP TABLE " + partition.name());
        return true;
      } catch (JdbiException e) {
        if (!StoreFaults.sqlState(e).equals(LOCK_NOT_AVAILABLE)
            && !StoreFaults.mayBeTriedAgain(e)) {
          throw e;
        }
        LOG.info("partition {} is in use; it goes with a later run", partition.name());
        return false;
      } finally {
        own.execute("SELECT pg_advisory_unlock_all()");
        own.execute("RESET lock_timeout");
      }
    }
  }
}
