package cn.venuepass.persistence;

import cn.venuepass.testkit.MovableClock;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class H2AuditTamperTest implements AuditTamperContract {
  private static Database database;

  @BeforeAll
  static void open(@TempDir Path directory) {
    var settings = new DatabaseSettings("jdbc:h2:file:" + directory.resolve("bent"), "sa", "", 4);
    database = Database.open(settings, MovableClock.monday());
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Override
  public Database database() {
    return database;
  }
}
