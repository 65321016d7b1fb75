package cn.venuepass.persistence;

import cn.venuepass.testkit.MovableClock;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresAuditTamperIT implements AuditTamperContract {
  private static EmbeddedPostgres postgres;
  private static Database database;

  @BeforeAll
  static void open() throws IOException {
    postgres = EmbeddedPostgres.start();
    var settings =
        new DatabaseSettings(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "", 4);
    database = Database.open(settings, MovableClock.monday());
  }

  @AfterAll
  static void close() throws IOException {
    database.close();
    postgres.close();
  }

  @Override
  public Database database() {
    return database;
  }
}
