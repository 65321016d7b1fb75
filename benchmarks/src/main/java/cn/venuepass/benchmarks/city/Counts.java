package cn.venuepass.benchmarks.city;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Small questions to the database. */
final class Counts {
  private Counts() {}

  /** The number that a query gives. */
  static long of(Connection connection, String query) throws SQLException {
    return Long.parseLong(lines(connection, query).get(0));
  }

  /** The first column of all rows. */
  static List<String> lines(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> lines = new ArrayList<>();
      while (rows.next()) {
        lines.add(rows.getString(1));
      }
      return lines;
    }
  }
}
