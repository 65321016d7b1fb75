package cn.venuepass.persistence;

import cn.venuepass.persistence.visit.LedgerSettings;
import java.util.Locale;

/**
 * Where the database is.
 *
 * @param connections how many connections the service opens at most, besides the ledger's writers
 */
public record DatabaseSettings(
    String url, String user, String password, int connections, LedgerSettings ledger) {
  private static final String H2 = "jdbc:h2:";
  private static final String POSTGRESQL = "jdbc:postgresql:";

  /**
   * PostgreSQL's names and semantics as far as H2 has them; every commit is written to the file
   * before it returns; the service closes the file itself.
   */
  private static final String H2_OPTIONS =
      ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0"
          + ";DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000";

  /** The databases that the service knows. */
  public enum Vendor {
    H2,
    POSTGRESQL;

    String folder() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public DatabaseSettings {
    if (!isSupported(url)) {
      throw new IllegalArgumentException("a database URL begins with " + POSTGRESQL + " or " + H2);
    }
  }

  /** With the ledger as it usually is. */
  public DatabaseSettings(String url, String user, String password, int connections) {
    this(url, user, password, connections, LedgerSettings.DEFAULT);
  }

  /** The same with that ledger. */
  public DatabaseSettings with(LedgerSettings other) {
    return new DatabaseSettings(url, user, password, connections, other);
  }

  /** Whether the URL is of a database that the service knows. */
  public static boolean isSupported(String url) {
    return url.startsWith(H2) || url.startsWith(POSTGRESQL);
  }

  Vendor vendor() {
    return url.startsWith(H2) ? Vendor.H2 : Vendor.POSTGRESQL;
  }

  String jdbcUrl() {
    return vendor() == Vendor.H2 ? url + H2_OPTIONS : url;
  }

  @Override
  public String toString() {
    return "DatabaseSettings[" + vendor() + "]";
  }
}
