package cn.venuepass.persistence;

import cn.venuepass.testkit.MovableClock;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresGroupCommitIT implements GroupCommitContract {
  private static final MovableClock CLOCK = MovableClock.monday();
  private static EmbeddedPostgres postgres;
  private static Database database;

  @BeforeAll
  static void open() throws IOException {
    postgres = EmbeddedPostgres.start();
    database =
        Database.open(
            new DatabaseSettings(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "", 8),
            CLOCK);
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

  @Override
  public MovableClock clock() {
    return CLOCK;
  }
}
