package cn.venuepass.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.testkit.http.ApiClient;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Production: does not start half-configured, and takes its settings from three places. */
class ServeE2eTest {
  @TempDir private Path directory;

  @Test
  void serveShouldListEveryFaultAndNotStart() {
    var finished = RunningJar.run(Map.of(), "serve", "--port", "70000");
    assertThat(finished.code()).isEqualTo(2);
    assertThat(finished.output()).contains("--keys:", "--db-url:", "--public-base:", "--port:");
  }

  @Test
  void everyFaultOfTheDemoShouldBeListedToo() {
    var finished =
        RunningJar.run(
            Map.of(),
            "demo",
            "--port",
            "-1",
            "--threads",
            "0",
            "--activation-delay",
            "P9999D",
            "--db-connections",
            "0");
    assertThat(finished.code()).isEqualTo(2);
    assertThat(finished.output())
        .contains("--port:", "--threads:", "--activation-delay:", "--db-connections:");
    assertThat(RunningJar.run(Map.of(), "--version").output()).startsWith("VenuePass 0.");
  }

  @Test
  void serveShouldRefuseTheKeysOfADemo() {
    try (RunningJar demo = RunningJar.demo(directory)) {
      var finished =
          RunningJar.run(
              Map.of("VENUEPASS_DB_URL", "jdbc:postgresql://127.0.0.1:1/none"),
              "serve",
              "--public-base",
              "https://venuepass.example",
              "--keys",
              directory.resolve("keys.json").toString());
      assertThat(finished.code()).isEqualTo(2);
      assertThat(finished.output()).contains("--keys: the keys of a demo");
      assertThat(demo.output()).doesNotContain(" WARN ", " ERROR ");
    }
  }

  @Test
  void serveShouldRunOnPostgresWithItsOwnKeys() throws IOException {
    Path keys = directory.resolve("keys.json");
    assertThat(RunningJar.run(Map.of(), "keys", "new", keys.toString()).code()).isZero();
    assertThat(Files.getPosixFilePermissions(keys)).hasSize(2);
    assertThat(RunningJar.run(Map.of(), "keys", "new", keys.toString()).code()).isEqualTo(2);
    Path config = directory.resolve("venuepass.properties");
    Files.writeString(config, "db-user=postgres\npublic-base=https://venuepass.example\n");
    EmbeddedPostgres postgres = EmbeddedPostgres.start();
    try (RunningJar server =
        RunningJar.serve(
            Ports.free(),
            Map.of(
                "VENUEPASS_DB_URL", postgres.getJdbcUrl("postgres", "postgres"),
                "VENUEPASS_KEYS", keys.toString()),
            "--config",
            config.toString())) {
      ApiClient api = server.api();
      api.send("GET", "/health/ready", BodyPublishers.noBody()).expect(200);
      api.post("/sessions/wechat", Map.of("code", "demo:somebody"))
          .expectProblem(503, "SIGN_IN_UNAVAILABLE");
      api.post("/sessions/staff", Map.of("username", "reviewer", "password", DemoData.PASSWORD))
          .expectProblem(401, "SIGN_IN_FAILED");
      postgres.close();
      api.send("GET", "/health/live", BodyPublishers.noBody()).expect(200);
      api.send("GET", "/health/ready", BodyPublishers.noBody()).expect(503);
      assertThat(server.stop()).isEqualTo(143);
    } finally {
      postgres.close();
    }
  }

  @Test
  void serveShouldRefuseTheDatabaseOfADemo() {
    Path keys = directory.resolve("production.json");
    assertThat(RunningJar.run(Map.of(), "keys", "new", keys.toString()).code()).isZero();
    RunningJar.demo(directory).close();
    var finished =
        RunningJar.run(
            Map.of(),
            "serve",
            "--keys",
            keys.toString(),
            "--public-base",
            "https://venuepass.example",
            "--db-url",
            "jdbc:h2:file:" + directory.resolve("venuepass"));
    assertThat(finished.code()).isEqualTo(1);
    assertThat(finished.output()).contains("this database is for DEMO, not for PRODUCTION");
  }

  @Test
  void serveShouldSayWhenTheDatabaseDoesNotAnswer() {
    Path keys = directory.resolve("keys.json");
    assertThat(RunningJar.run(Map.of(), "keys", "new", keys.toString()).code()).isZero();
    var finished =
        RunningJar.run(
            Map.of("VENUEPASS_DB_PASSWORD", "a-sample-secret"),
            "serve",
            "--keys",
            keys.toString(),
            "--public-base",
            "https://venuepass.example",
            "--db-url",
            "jdbc:postgresql://127.0.0.1:1/none");
    assertThat(finished.code()).isEqualTo(1);
    assertThat(finished.output())
        .contains("The database does not answer")
        .doesNotContain("a-sample-secret");
  }

  @Test
  void aDemoShouldListenOnTheLoopbackOnly() {
    var finished =
        RunningJar.run(
            Map.of(), "demo", "--host", "0.0.0.0", "--data", directory.resolve("none").toString());
    assertThat(finished.code()).isEqualTo(2);
    assertThat(finished.output()).contains("loopback only");
    assertThat(directory.resolve("none")).doesNotExist();
  }

  @Test
  void twoDemosShouldNotShareOneDirectory() {
    try (RunningJar first = RunningJar.demo(directory)) {
      var second = RunningJar.run(Map.of(), "demo", "--port", "0", "--data", directory.toString());
      assertThat(second.code()).isEqualTo(1);
      assertThat(first.api().get("/divisions").expect(401).status()).isEqualTo(401);
    }
  }
}
