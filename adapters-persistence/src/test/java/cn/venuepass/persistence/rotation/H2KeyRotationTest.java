package cn.venuepass.persistence.rotation;

import cn.venuepass.persistence.DatabaseSettings;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class H2KeyRotationTest implements KeyRotationContract {
  @TempDir private Path directory;

  @Override
  public DatabaseSettings settings() {
    return new DatabaseSettings("jdbc:h2:file:" + directory.resolve("keys"), "sa", "", 16);
  }
}
