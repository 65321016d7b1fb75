package cn.venuepass.persistence;

import cn.venuepass.application.Stores;
import cn.venuepass.testkit.MovableClock;
import cn.venuepass.testkit.contract.AllStoreContracts;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class H2StoreTest implements AllStoreContracts {
  private static Database database;

  private final MovableClock clock = MovableClock.monday();

  @BeforeAll
  static void open(@TempDir Path directory) {
    var settings =
        new DatabaseSettings("jdbc:h2:file:" + directory.resolve("contracts"), "sa", "", 32);
    database = Database.open(settings, MovableClock.monday());
  }

  @AfterAll
  static void close() {
    database.close();
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
