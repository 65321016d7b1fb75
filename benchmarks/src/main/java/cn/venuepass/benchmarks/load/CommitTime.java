package cn.venuepass.benchmarks.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.HdrHistogram.Histogram;

/**
 * What it takes to store one row durably here, from one connection: INSERT and COMMIT.
 *
 * @param p50 microseconds
 * @param p99 microseconds
 */
record CommitTime(double p50, double p99) {
  private static final int WARM_UP = 500;
  private static final int COMMITS = 3_000;
  private static final long LONGEST = 10_000_000_000L;
  private static final double NANOS_PER_MICRO = 1_000;

  static CommitTime measure(Postgres postgres) {
    var times = new Histogram(LONGEST, 3);
    try (Connection connection = postgres.connect("postgres");
        Statement statement = connection.createStatement()) {
      boolean unused =
          statement.execute(
              "CREATE TABLE IF NOT EXISTS committed (id bigint PRIMARY KEY, text varchar)");
      unused = statement.execute("TRUNCATE committed");
      connection.setAutoCommit(false);
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO committed (id, text) VALUES (?, ?)")) {
        for (int i = 0; i < WARM_UP + COMMITS; i++) {
          long start = System.nanoTime();
          insert.setLong(1, i);
          insert.setString(2, "row " + i);
          int inserted = insert.executeUpdate();
          connection.commit();
          if (i >= WARM_UP && inserted == 1) {
            times.recordValue(Math.min(System.nanoTime() - start, LONGEST));
          }
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new CommitTime(
        times.getValueAtPercentile(50) / NANOS_PER_MICRO,
        times.getValueAtPercentile(99) / NANOS_PER_MICRO);
  }

  /** The shorter of two measurements, which had less noise. */
  CommitTime orShorter(CommitTime other) {
    return new CommitTime(Math.min(p50, other.p50), Math.min(p99, other.p99));
  }
}
