package cn.venuepass.persistence.retention;

import cn.venuepass.persistence.StoreFaults;
import java.time.Instant;
import java.util.function.ToIntFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * Deletes many rows in short transactions, so that nobody waits long for any of them. Whoever is in
 * its way goes first.
 */
final class Slices {
  static final int ROWS = 1_000;
  private static final int MAXIMUM_ATTEMPTS = 50;

  private final Jdbi jdbi;
  private final boolean postgres;

  Slices(Jdbi jdbi, boolean postgres) {
    this.jdbi = jdbi;
    this.postgres = postgres;
  }

  /** Deletes all rows of which the condition is true; how many there were. */
  long delete(String table, String keys, String condition, Instant limit) {
    String statement = statement(table, keys, condition);
    long all = 0;
    int slice;
    do {
      slice = slice(statement, limit);
      all += slice;
    } while (slice == ROWS);
    return all;
  }

  private int slice(String statement, Instant limit) {
    return tried(handle -> handle.createUpdate(statement).bind("limit", limit).execute());
  }

  /** Does it in a transaction, again and again while others are in the way. */
  int tried(ToIntFunction<Handle> slice) {
    for (int attempt = 1; ; attempt++) {
      try {
        return jdbi.<Integer, RuntimeException>inTransaction(slice::applyAsInt);
      } catch (JdbiException e) {
        if (attempt == MAXIMUM_ATTEMPTS || !StoreFaults.mayBeTriedAgain(e)) {
          throw e;
        }
      }
    }
  }

  private String statement(String table, String keys, String condition) {
    return postgres
        ? "DELETE FROM %1$s x WHERE (%2$s) IN (SELECT %2$s FROM %1$s x WHERE %3$s LIMIT %4$d) AND %3$s"
            .formatted(table, keys, condition, ROWS)
        : "DELETE FROM %s x WHERE %s FETCH FIRST %d ROWS ONLY".formatted(table, condition, ROWS);
  }
}
