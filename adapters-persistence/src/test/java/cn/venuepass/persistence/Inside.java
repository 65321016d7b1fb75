package cn.venuepass.persistence;

import org.jdbi.v3.core.Jdbi;

/** Lets tests of other packages look inside a database. */
public final class Inside {
  private Inside() {}

  public static Jdbi of(Database database) {
    return database.jdbi();
  }
}
