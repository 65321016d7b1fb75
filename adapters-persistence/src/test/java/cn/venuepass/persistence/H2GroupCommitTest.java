package cn.venuepass.persistence;

import cn.venuepass.testkit.MovableClock;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class H2GroupCommitTest implements GroupCommitContract {
  private static final MovableClock CLOCK = MovableClock.monday();
  private static Database database;

  @BeforeAll
  static void open(@TempDir Path directory) {
    database =
        Database.open(
            new DatabaseSettings("jdbc:h2:file:" + directory.resolve("groups"), "sa", "", 8),
            CLOCK);
  }

  @AfterAll
  static void close() {
    database.close();
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
