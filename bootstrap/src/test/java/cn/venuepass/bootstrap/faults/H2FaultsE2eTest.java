package cn.venuepass.bootstrap.faults;

import cn.venuepass.bootstrap.faults.Scene.Size;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as it comes, on H2, is killed. */
class H2FaultsE2eTest {
  @TempDir private Path data;

  @Test
  void aKilledServiceShouldKeepItsWord() {
    try (Scene scene = Scene.onH2(data)) {
      scene.survive(
          "kill -9 of the service on H2",
          new Size(12, 200, 200),
          () -> {
            scene.node(0).kill();
            scene.node(0).start();
          });
    }
  }
}
