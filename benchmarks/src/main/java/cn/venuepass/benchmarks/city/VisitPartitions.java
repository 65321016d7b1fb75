package cn.venuepass.benchmarks.city;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * The product's partitions of visits, taken off their table to be filled without indexes, and put
 * back as they were.
 */
final class VisitPartitions {
  private static final String PREFIX = "visit_p";

  private final List<Partition> partitions;

  /**
   * One week.
   *
   * @param bounds as PostgreSQL spells them
   */
  record Partition(String table, String bounds) {
    /** The first day of the week in UTC, since 1970: the product's name of the partition tells. */
    long firstDay() {
      return LocalDate.parse(table.substring(PREFIX.length()), DateTimeFormatter.BASIC_ISO_DATE)
          .toEpochDay();
    }

    boolean holds(long day) {
      return day >= firstDay() && day < firstDay() + 7;
    }
  }

  private VisitPartitions(List<Partition> partitions) {
    this.partitions = partitions;
  }

  /** Takes off those that have room for one of the days (UTC, since 1970). */
  static VisitPartitions detach(Connection connection, List<Long> days) throws SQLException {
    List<Partition> all = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT c.relname, pg_get_expr(c.relpartbound, c.oid)
                  FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
                 WHERE i.inhparent = CAST('visit' AS regclass)
                 ORDER BY c.relname
                """)) {
      while (rows.next()) {
        var partition = new Partition(rows.getString(1), rows.getString(2));
        if (days.stream().anyMatch(partition::holds)) {
          all.add(partition);
        }
      }
    }
    for (Partition partition : all) {
      Target.execute(connection, "ALTER TABLE visit DETACH PARTITION " + partition.table());
    }
    return new VisitPartitions(all);
  }

  List<Partition> list() {
    return partitions;
  }

  void attach(Connection connection) throws SQLException {
    for (Partition partition : partitions) {
      Target.execute(
          connection,
          "ALTER TABLE visit ATTACH PARTITION %s %s"
              .formatted(partition.table(), partition.bounds()));
    }
  }
}
