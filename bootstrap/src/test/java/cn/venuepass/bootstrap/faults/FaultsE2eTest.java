package cn.venuepass.bootstrap.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.bootstrap.faults.Scene.Size;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The faults that take no long time. */
class FaultsE2eTest {
  private static final Size SMALL = new Size(12, 200, 200);

  @TempDir private static Path data;

  private static Scene scene;

  @BeforeAll
  static void begin() {
    scene = Scene.onPostgres(data, 1);
  }

  @AfterAll
  static void end() {
    scene.close();
  }

  @Test
  void aKilledServiceShouldKeepItsWord() {
    scene.survive(
        "kill -9 of the service",
        SMALL,
        () -> {
          scene.node(0).kill();
          scene.node(0).start();
        });
  }

  @Test
  void aKilledDatabaseShouldKeepTheServicesWord() {
    scene.survive(
        "kill -9 of the database",
        SMALL,
        () -> {
          scene.postgres().kill();
          scene.postgres().start();
        });
  }

  @Test
  void aDatabaseThatStopsForAMomentShouldBeWaitedFor() {
    scene.survive(
        "SIGSTOP of the database for 3 s",
        SMALL,
        () -> {
          scene.postgres().freeze();
          Patience.pause(Duration.ofSeconds(3));
          scene.postgres().resume();
        });
  }

  @Test
  void cutConnectionsToTheDatabaseShouldBeMadeAnew() {
    scene.survive("connections to the database cut", SMALL, scene.wire()::cut);
  }

  @Test
  void aServiceThatIsAskedToStopShouldFinishItsWork() {
    scene.survive(
        "SIGTERM of the service",
        SMALL,
        () -> {
          assertThat(scene.node(0).stop()).isEqualTo(143);
          scene.node(0).start();
        });
  }
}
