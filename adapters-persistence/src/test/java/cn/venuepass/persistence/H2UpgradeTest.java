package cn.venuepass.persistence;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class H2UpgradeTest implements UpgradeContract {
  @TempDir private Path directory;

  @Override
  public DatabaseSettings settings() {
    return new DatabaseSettings("jdbc:h2:file:" + directory.resolve("old"), "sa", "", 4);
  }
}
