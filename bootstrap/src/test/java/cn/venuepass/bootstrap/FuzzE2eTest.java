package cn.venuepass.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.bootstrap.fuzz.Fuzz;
import cn.venuepass.bootstrap.fuzz.FuzzReport;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The product takes any nonsense; {@code -Dvenuepass.fuzz.seed} repeats a run. */
class FuzzE2eTest {
  private static final Logger LOG = LoggerFactory.getLogger(FuzzE2eTest.class);

  @TempDir private Path data;

  @Test
  void nonsenseShouldBreakNothingOnH2() {
    try (RunningJar server = RunningJar.demo(data, "--no-limits")) {
      FuzzReport report = fuzz(server, 18_000);
      assertThat(report.statuses().keySet()).as("what comes now and then").contains(204, 413);
    }
  }

  @Test
  void nonsenseShouldBreakNothingOnPostgres() throws IOException {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
        RunningJar server =
            RunningJar.demo(
                data,
                "--no-limits",
                "--db-url",
                postgres.getJdbcUrl("postgres", "postgres"),
                "--db-user",
                "postgres")) {
      FuzzReport unused = fuzz(server, 4_000);
    }
  }

  private static FuzzReport fuzz(RunningJar server, int requests) {
    long seed = Long.getLong("venuepass.fuzz.seed", System.nanoTime());
    Fuzz fuzz = Fuzz.of(server.api(), DemoData.PASSWORD, seed);
    FuzzReport report = fuzz.run(requests);
    LOG.info("fuzzed with seed {}: {}", seed, report);
    assertThat(report.faults()).as("seed %s", seed).isEmpty();
    assertThat(report.statuses().keySet())
        .contains(200, 201, 400, 401, 403, 404, 405, 409, 415, 422);
    assertThat(server.output())
        .as("the log, seed %s", seed)
        .doesNotContain(" ERROR ", " WARN ")
        .doesNotContain(fuzz.marks());
    assertThat(server.api().send("GET", "/health/ready", BodyPublishers.noBody()).status())
        .isEqualTo(200);
    fuzz.liveOn();
    return report;
  }
}
