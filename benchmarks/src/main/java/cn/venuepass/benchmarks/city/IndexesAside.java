package cn.venuepass.benchmarks.city;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Indexes of a table that were dropped while it is filled, and come back as they were. */
final class IndexesAside {
  private final List<String> statements;

  private IndexesAside(List<String> statements) {
    this.statements = statements;
  }

  /** Drops the table's primary key, unique keys and other indexes. */
  static IndexesAside of(Connection connection, String table) throws SQLException {
    List<String> drops = new ArrayList<>();
    List<String> statements = new ArrayList<>();
    collect(
        connection,
        """
        SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname),
               format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname,
                      pg_get_constraintdef(oid))
          FROM pg_constraint
         WHERE conrelid = CAST(? AS regclass) AND contype IN ('p', 'u')
         ORDER BY contype, conname
        """,
        table,
        drops,
        statements);
    collect(
        connection,
        """
        SELECT format('DROP INDEX %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
          FROM pg_index
         WHERE indrelid = CAST(? AS regclass)
           AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = indexrelid)
         ORDER BY indexrelid::regclass::text
        """,
        table,
        drops,
        statements);
    for (String drop : drops) {
      Target.execute(connection, drop);
    }
    return new IndexesAside(statements);
  }

  void restore(Connection connection) throws SQLException {
    for (String statement : statements) {
      Target.execute(connection, statement);
    }
  }

  private static void collect(
      Connection connection,
      String query,
      String table,
      List<String> drops,
      List<String> statements)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, table);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          drops.add(rows.getString(1));
          statements.add(rows.getString(2));
        }
      }
    }
  }
}
