package cn.venuepass.benchmarks.city;

import cn.venuepass.persistence.DatabaseSettings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** The PostgreSQL database that is filled. */
record Target(String url, String user, String password) {
  private static final int CONNECTIONS = 4;

  DatabaseSettings settings() {
    return new DatabaseSettings(url, user, password, CONNECTIONS);
  }

  /** A connection for bulk work, which need not wait for the disk before all is done. */
  Connection connect() throws SQLException {
    Connection connection = DriverManager.getConnection(url, user, password);
    execute(connection, "SET synchronous_commit = off");
    execute(connection, "SET maintenance_work_mem = '256MB'");
    return connection;
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      boolean unused = statement.execute(sql);
    }
  }

  @Override
  public String toString() {
    return "Target[***]";
  }
}
