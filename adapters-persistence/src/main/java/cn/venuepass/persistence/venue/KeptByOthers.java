package cn.venuepass.persistence.venue;

import cn.venuepass.persistence.StoreFaults;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Removes what nothing refers to: foreign keys decide, not an earlier look. */
final class KeptByOthers {
  /** Of PostgreSQL and the standard, and of H2. */
  private static final String REFERENCED = "23503";

  private KeptByOthers() {}

  /** Whether the row with that code is gone; false, with nothing changed, if it is referred to. */
  static boolean removed(Jdbi jdbi, String delete, String code) {
    try {
      return jdbi.withHandle(
          handle -> handle.createUpdate(delete).bind("code", code).execute() == 1);
    } catch (JdbiException failure) {
      if (StoreFaults.sqlState(failure).equals(REFERENCED)) {
        return false;
      }
      throw failure;
    }
  }
}
