package cn.venuepass.persistence;

import cn.venuepass.testkit.MovableClock;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class H2PurgeTest implements PurgeContract {
  private final MovableClock clock = MovableClock.monday();
  private Database database;

  @BeforeEach
  void open(@TempDir Path directory) {
    var settings = new DatabaseSettings("jdbc:h2:file:" + directory.resolve("purge"), "sa", "", 4);
    database = Database.open(settings, clock);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  public Database database() {
    return database;
  }

  @Override
  public MovableClock clock() {
    return clock;
  }
}
