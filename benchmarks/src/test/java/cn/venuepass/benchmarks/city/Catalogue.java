package cn.venuepass.benchmarks.city;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * All that PostgreSQL's catalogue says of the tables: columns, constraints, indexes, partitions.
 */
final class Catalogue {
  private static final List<String> QUERIES =
      List.of(
          """
          SELECT concat_ws(' ', table_name, column_name, ordinal_position, data_type,
                           character_maximum_length, is_nullable, column_default)
            FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1
          """,
          """
          SELECT concat_ws(' ', conrelid::regclass, conname, contype, convalidated, conislocal,
                           coninhcount, pg_get_constraintdef(oid))
            FROM pg_constraint WHERE connamespace = CAST('public' AS regnamespace) ORDER BY 1
          """,
          """
          SELECT concat_ws(' ', indexname, indexdef, indisvalid, indisprimary,
                           (SELECT inhparent::regclass FROM pg_inherits
                             WHERE inhrelid = indexrelid))
            FROM pg_indexes JOIN pg_index ON indexrelid = CAST(indexname AS regclass)
           WHERE schemaname = 'public' ORDER BY 1
          """,
          """
          SELECT concat_ws(' ', relname, relkind, relpersistence,
                           pg_get_expr(relpartbound, pg_class.oid),
                           (SELECT inhparent::regclass FROM pg_inherits
                             WHERE inhrelid = pg_class.oid))
            FROM pg_class WHERE relnamespace = CAST('public' AS regnamespace) ORDER BY 1
          """);

  private Catalogue() {}

  static List<String> of(Connection connection) throws SQLException {
    List<String> all = new ArrayList<>();
    for (String query : QUERIES) {
      all.addAll(Counts.lines(connection, query));
    }
    return all;
  }
}
