package cn.venuepass.persistence;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Makes the partitions of PostgreSQL ahead of time: {@code visit} and {@code scan_receipt} by week,
 * in UTC. Nodes that do so at once wait for each other.
 */
final class Partitions {
  private static final int WEEKS_BACK = 2;
  private static final int WEEKS_AHEAD = 8;
  private static final int WEEKS_OF_ANSWERS_AHEAD = 2;
  private static final long LOCK = 0x76656e7565L;

  private final Jdbi jdbi;

  Partitions(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** All partitions that scans around that time need exist when this returns. */
  void makeAround(Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    for (int week = -WEEKS_BACK; week <= WEEKS_AHEAD; week++) {
      LocalDate from = monday.plusWeeks(week);
      make("visit", from, from.plusWeeks(1), " 00:00:00+00");
    }
    for (int week = -WEEKS_BACK; week <= WEEKS_OF_ANSWERS_AHEAD; week++) {
      LocalDate from = monday.plusWeeks(week);
      make("scan_receipt", from, from.plusWeeks(1), "");
    }
  }

  /** All partitions that visits with an entry on these days need, both included. */
  void makeForVisits(LocalDate first, LocalDate last) {
    LocalDate week = first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    while (!week.isAfter(last)) {
      make("visit", week, week.plusWeeks(1), " 00:00:00+00");
      week = week.plusWeeks(1);
    }
  }

  /**
   * Makes one partition in a transaction of its own. A table that is attached, unlike one that is
   * created as a partition, waits for nobody who reads the parent, and nobody waits for it.
   */
  private void make(String table, LocalDate from, LocalDate to, String timeOfDay) {
    String name = table + "_p" + from.format(DateTimeFormatter.BASIC_ISO_DATE);
    jdbi.useTransaction(
        handle -> {
          if (exists(handle, name)) {
            return;
          }
          handle.execute("SET LOCAL lock_timeout = '5s'");
          handle.execute("SELECT pg_advisory_xact_lock(?)", LOCK);
          if (!exists(handle, name)) {
            handle.execute("CREATE TABLE %s (LIKE %s INCLUDING ALL)".formatted(name, table));
            handle.execute(
                "ALTER TABLE %s ATTACH PARTITION %s FOR VALUES FROM ('%s%s') TO ('%s%s')"
                    .formatted(table, name, from, timeOfDay, to, timeOfDay));
          }
        });
  }

  /** Reads the catalogue itself: a name that was missing before the lock stays so in the cache. */
  private static boolean exists(Handle handle, String table) {
    return handle
        .createQuery(
            """
            SELECT EXISTS (SELECT 1 FROM pg_class
                            WHERE relname = CAST(:table AS name)
                              AND relnamespace = CAST(current_schema() AS regnamespace))
            """)
        .bind("table", table)
        .mapTo(Boolean.class)
        .one();
  }
}
