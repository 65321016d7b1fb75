package cn.venuepass.bootstrap.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.bootstrap.faults.Scan.Door;
import cn.venuepass.bootstrap.faults.Scan.Walker;
import cn.venuepass.bootstrap.faults.Scene.Size;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.testkit.http.ApiClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All faults, with more people and for longer: {@code mvn verify -Pfaults}. */
@Tag("faults")
class LongFaultsE2eTest {
  private static final Size LARGE = new Size(24, 500, 500);
  private static final int OFTEN = 3;

  @TempDir private Path data;

  @Test
  void aServiceThatIsKilledAgainAndAgainShouldKeepItsWord() {
    try (Scene scene = Scene.onPostgres(data, 1)) {
      for (int time = 1; time <= OFTEN; time++) {
        scene.survive(
            "kill -9 of the service, " + time,
            LARGE,
            () -> {
              scene.node(0).kill();
              scene.node(0).start();
            });
      }
    }
  }

  @Test
  void aDatabaseThatIsKilledAgainAndAgainShouldKeepTheServicesWord() {
    try (Scene scene = Scene.onPostgres(data, 1)) {
      for (int time = 1; time <= OFTEN; time++) {
        scene.survive(
            "kill -9 of the database, " + time,
            LARGE,
            () -> {
              scene.postgres().kill();
              scene.postgres().start();
            });
      }
    }
  }

  @Test
  void bothKilledAtOnceShouldKeepTheirWord() {
    try (Scene scene = Scene.onPostgres(data, 1)) {
      scene.survive(
          "kill -9 of both",
          LARGE,
          () -> {
            scene.postgres().kill();
            scene.node(0).kill();
            scene.postgres().start();
            scene.node(0).start();
          });
    }
  }

  @Test
  void aDatabaseThatStopsForTenSecondsShouldBeWaitedFor() {
    try (Scene scene = Scene.onPostgres(data, 1)) {
      scene.survive(
          "SIGSTOP of the database for 10 s",
          LARGE,
          () -> {
            scene.postgres().freeze();
            Patience.pause(Duration.ofSeconds(10));
            scene.postgres().resume();
          });
    }
  }

  @Test
  void connectionsToTheDatabaseCutAtAnyMomentShouldBeMadeAnew() {
    try (Scene scene = Scene.onPostgres(data, 1)) {
      scene.survive(
          "connections to the database cut, again and again",
          LARGE,
          () -> cutAtAnyMoment(scene.wire()));
    }
  }

  @Test
  void connectionsToTheDatabaseThatFallSilentShouldBeGivenUp() {
    try (Scene scene = Scene.onPostgres(data, 1)) {
      scene.survive("connections to the database silent", LARGE, scene.wire()::silence);
    }
  }

  @Test
  void connectionsToTheServiceCutAtAnyMomentShouldLeaveNothingHalf() {
    try (Scene scene = Scene.onPostgres(data, 1);
        Wire wire = Wire.to(scene.addresses().get(0).getPort())) {
      URI way = URI.create("http://127.0.0.1:" + wire.port());
      scene.survive(
          "connections to the service cut, again and again",
          LARGE,
          List.of(way),
          () -> cutAtAnyMoment(wire));
    }
  }

  @Test
  void scansThatComeInPiecesShouldBeStoredWholeOrNotAtAll() {
    try (Scene scene = Scene.onPostgres(data, 1)) {
      scene.survive("half requests, then none", LARGE, () -> sendHalfRequests(scene));
    }
  }

  @Test
  void clientsThatSendNothingMoreShouldNotKeepOthersOut() {
    try (Scene scene = Scene.onPostgres(data, 1)) {
      List<SlowClient> stuck = new ArrayList<>();
      try {
        scene.survive("requests that do not go on", LARGE, () -> stuck.addAll(halfRequests(scene)));
      } finally {
        stuck.forEach(SlowClient::close);
      }
    }
  }

  @Test
  void aFullDiskShouldCostAnswersAndNoWord() throws IOException {
    Path mount = Files.createDirectory(data.resolve("disk"));
    try (SmallDisk disk = SmallDisk.mount(mount, 128);
        Scene scene = Scene.onPostgres(data, disk.root().resolve("postgres"), 1)) {
      scene.survive(
          "disk full",
          LARGE,
          () -> {
            disk.fill();
            Patience.pause(Duration.ofSeconds(5));
            assertThatThrownBy(() -> writeLog(scene.postgres()))
                .isInstanceOf(IllegalStateException.class);
            Patience.pause(Duration.ofSeconds(5));
            disk.free();
            scene.postgres().start();
          });
    }
  }

  @Test
  void oneOfTwoNodesShouldBeEnough() {
    try (Scene scene = Scene.onPostgres(data, 2)) {
      for (int time = 1; time <= OFTEN; time++) {
        int victim = time % 2;
        scene.survive(
            "kill -9 of one of two nodes, " + time,
            LARGE,
            () -> {
              scene.node(victim).kill();
              scene.node(victim).start();
            });
      }
    }
  }

  /** Until not even PostgreSQL's own log finds room: it gives up, as on any disk. */
  private static void writeLog(OwnPostgres postgres) {
    for (int megabyte = 0; megabyte < 100; megabyte++) {
      postgres.ask("SELECT pg_logical_emit_message(true, 'ballast', repeat('x', 1000000))");
    }
  }

  private static void cutAtAnyMoment(Wire wire) {
    var random = new Random(5);
    for (int cut = 0; cut < 5 * OFTEN; cut++) {
      Patience.pause(Duration.ofMillis(random.nextInt(400)));
      wire.cut();
    }
  }

  private static void sendHalfRequests(Scene scene) {
    halfRequests(scene).forEach(SlowClient::close);
    URI node = scene.addresses().get(0);
    Scan slow = fresh(scene.visitor(), Town.doors(ApiClient.of(node), 1).get(0));
    try (SlowClient client = SlowClient.connect(node, slow)) {
      String answer = client.dribble(10, Duration.ofMillis(300)).answer();
      assertThat(answer).startsWith("HTTP/1.1 200 ").contains("ENTERED");
    }
    assertThat(Load.isAcknowledged(ApiClient.of(node), scene.journal(), slow)).isTrue();
  }

  /** More than there are threads to work on them. */
  private static List<SlowClient> halfRequests(Scene scene) {
    URI node = scene.addresses().get(0);
    Door door = Town.doors(ApiClient.of(node), 1).get(0);
    Walker person = scene.visitor();
    return IntStream.range(0, 100)
        .mapToObj(i -> SlowClient.connect(node, fresh(person, door)).half())
        .toList();
  }

  private static Scan fresh(Walker person, Door door) {
    return new Scan(person, door, Direction.IN, UUID.randomUUID().toString());
  }
}
