package cn.venuepass.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.testkit.http.ApiClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is over goes by command too, and leaves a report. */
class PurgeE2eTest {
  @TempDir private Path directory;

  @Test
  void purgeShouldLeaveAReportThatAuditorsRead() {
    RunningJar.demo(directory).close();
    assertThat(purge("--dry-run").output()).contains("Would be deleted:", "visit");
    var finished = purge();
    assertThat(finished.code()).as(finished.output()).isZero();
    assertThat(finished.output()).contains("Deleted:", "visit", "session", "held 0");
    try (RunningJar demo = RunningJar.demo(directory)) {
      ApiClient reviewer = demo.api().staff("reviewer", DemoData.PASSWORD);
      reviewer.get("/retention/reports").expect(403);
      demo.api().get("/retention/reports").expectProblem(401, "UNAUTHENTICATED");
    }
  }

  @Test
  void purgeShouldListEveryFaultAndDeleteNothing() {
    var finished =
        RunningJar.run(
            Map.of("VENUEPASS_RETAIN_RECEIPTS", "PT1H"), "purge", "--retain-visits", "P20D");
    assertThat(finished.code()).isEqualTo(2);
    assertThat(finished.output())
        .contains("--retain-visits:", "--retain-receipts:", "--db-url:", "--keys:");
  }

  private RunningJar.Finished purge(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "purge",
                "--keys",
                directory.resolve("keys.json").toString(),
                "--db-url",
                "jdbc:h2:file:" + directory.resolve("venuepass")));
    arguments.addAll(List.of(more));
    return RunningJar.run(Map.of(), arguments.toArray(String[]::new));
  }
}
