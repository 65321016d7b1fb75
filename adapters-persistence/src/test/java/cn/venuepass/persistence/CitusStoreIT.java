package cn.venuepass.persistence;

import cn.venuepass.application.Stores;
import cn.venuepass.testkit.MovableClock;
import cn.venuepass.testkit.contract.AllStoreContracts;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/**
 * The same contracts on a database that is there already, such as a Citus cluster. Runs only where
 * {@code VENUEPASS_TEST_CITUS_URL} names an empty one, as {@code
 * jdbc:postgresql://host/name?user=…&password=…}.
 */
class CitusStoreIT implements AllStoreContracts {
  private static Database database;

  private final MovableClock clock = MovableClock.monday();

  @BeforeAll
  static void open() {
    String url = Optional.ofNullable(System.getenv("VENUEPASS_TEST_CITUS_URL")).orElseThrow();
    database = Database.open(new DatabaseSettings(url, "", "", 32), MovableClock.monday());
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
