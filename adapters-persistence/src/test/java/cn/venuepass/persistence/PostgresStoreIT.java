package cn.venuepass.persistence;

import cn.venuepass.application.Stores;
import cn.venuepass.testkit.MovableClock;
import cn.venuepass.testkit.contract.AllStoreContracts;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresStoreIT implements AllStoreContracts {
  private static EmbeddedPostgres postgres;
  private static Database database;

  private final MovableClock clock = MovableClock.monday();

  @BeforeAll
  static void open() throws IOException {
    postgres = EmbeddedPostgres.start();
    var settings =
        new DatabaseSettings(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "", 32);
    database = Database.open(settings, MovableClock.monday());
  }

  @AfterAll
  static void close() throws IOException {
    database.close();
    postgres.close();
  }

  @Override
  public Stores stores() {
    return database.stores(TestFields.FIELDS, UUID::randomUUID);
  }

  @Override
  public MovableClock clock() {
    return clock;
  }
}
