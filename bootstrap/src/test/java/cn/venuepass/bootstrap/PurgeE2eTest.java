package cn.venuepass.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.testkit.http.Answer;
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
    try (RunningJar demo = RunningJar.demo(directory)) {
      assertThat(demo.stop()).isNotNegative();
    }
    assertThat(purge("--dry-run").output()).contains("Would be deleted:", "visit");
    var finished = purge();
    assertThat(finished.code()).as(finished.output()).isZero();
    assertThat(finished.output()).contains("Deleted:", "visit", "session", "held 0");
    try (RunningJar demo = RunningJar.demo(directory)) {
      Answer reports =
          demo.api().staff("auditor", DemoData.PASSWORD).get("/retention/reports").expect(200);
      assertThat(reports.json().get("items")).as("of the command, not of the dry run").hasSize(1);
      assertThat(reports.field("items.0.complete")).isEqualTo("true");
      assertThat(reports.text()).contains("\"visit\"", "\"session\"", "PT672H");
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
