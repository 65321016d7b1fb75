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

  private static final String ANY_VISIT = " (SELECT id FROM visit ORDER BY id LIMIT 1)";
  private static final String DOUBLE =
      "INSERT INTO visit (venue_id, entered_at, id, person_id, entry_method)"
          + " SELECT venue_id, entered_at + INTERVAL '1 second', id, person_id, entry_method"
          + " FROM visit WHERE id = ";
  private static final String LATEST_VISIT =
      " (SELECT visit_id FROM presence ORDER BY last_seen DESC LIMIT 1)";

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

  @Test
  void theVerdictShouldSeeAVisitThatIsLostAndOneThatIsDoubled() throws SQLException {
    scene.survive("nothing", SMALL, () -> {});
    Verdict verdict = scene.verdict();
    try (Connection database = scene.postgres().connect();
        Statement change = database.createStatement()) {
      database.setAutoCommit(false);
      verdict.passOn(database);
      assertThat(change.executeUpdate("DELETE FROM visit WHERE id = " + ANY_VISIT)).isOne();
      assertThatThrownBy(() -> verdict.passOn(database)).hasMessageContaining("lost");
      database.rollback();
      assertThat(change.executeUpdate(DOUBLE + ANY_VISIT)).isOne();
      assertThatThrownBy(() -> verdict.passOn(database)).hasMessageContaining("nobody was told");
      database.rollback();
      assertThat(
              change.executeUpdate(
                  "UPDATE presence SET inside = NOT inside WHERE visit_id = " + LATEST_VISIT))
          .isOne();
      assertThatThrownBy(() -> verdict.passOn(database)).hasMessageContaining("lost");
      database.rollback();
    }
  }
}
