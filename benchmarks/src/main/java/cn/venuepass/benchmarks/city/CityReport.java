package cn.venuepass.benchmarks.city;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** What is in a city's database: rows and bytes of each table. */
final class CityReport {
  private static final List<String> TABLES =
      List.of(
          "division",
          "venue_type",
          "venue",
          "poster",
          "person",
          "hash_claim",
          "account",
          "family_link",
          "paper_pass",
          "visit",
          "presence");
  private static final double MEGABYTE = 1 << 20;

  private CityReport() {}

  static void print(Connection connection, PrintWriter out) throws SQLException {
    out.println("table                rows    table MB  indexes MB");
    for (String table : TABLES) {
      out.println(
          "%-12s %,12d %,11.1f %,11.1f"
              .formatted(
                  table,
                  Counts.of(connection, "SELECT count(*) FROM " + table),
                  bytes(connection, table, "pg_table_size") / MEGABYTE,
                  bytes(connection, table, "pg_indexes_size") / MEGABYTE));
    }
    long whole = Counts.of(connection, "SELECT pg_database_size(current_database())");
    out.println("database %,.1f MB".formatted(whole / MEGABYTE));
  }

  static void printSpeed(Connection connection, Duration took, PrintWriter out)
      throws SQLException {
    double seconds = Math.max(1, took.toMillis()) / 1000.0;
    long visits = Counts.of(connection, "SELECT count(*) FROM visit");
    out.println("filled in %,.1f s, %,.0f visits a second".formatted(seconds, visits / seconds));
  }

  /** Of the table with its partitions. */
  private static long bytes(Connection connection, String table, String size) throws SQLException {
    return Counts.of(
        connection,
        """
        SELECT sum(%1$s(oid)) FROM pg_class
         WHERE oid = CAST('%2$s' AS regclass)
            OR oid IN (SELECT inhrelid FROM pg_inherits WHERE inhparent = CAST('%2$s' AS regclass))
        """
            .formatted(size, table));
  }
}
