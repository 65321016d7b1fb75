package cn.venuepass.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's tour, run to the letter. */
class TourE2eTest {
  private static final Path README = Path.of("..", "README.md");
  private static final Pattern BLOCK = Pattern.compile("```bash\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path directory;

  @Test
  void theTourShouldGoAsTheReadmeSays() throws Exception {
    try (RunningJar server = RunningJar.demo(directory.resolve("data"))) {
      String said = run("set -euo pipefail\n" + tour(), server.api().base() + "/api/v1");
      assertThat(said)
          .containsSubsequence(
              "\"status\":\"PENDING\"",
              "\"status\":\"APPROVED\"",
              "\"direction\":\"IN\"",
              "\"realNamed\":true",
              "\"outcome\":\"ENTERED\"",
              "已在场内无需登记",
              "\"outcome\":\"LEFT\"",
              "\"source\":\"OBSERVED\"",
              "\"status\":\"ACTIVE\"",
              "\"outcome\":\"ENTERED\"",
              "\"inside\":1",
              "\"maskedName\":\"吐***本\"",
              "\"outcome\":\"ALREADY_INSIDE\"",
              "\"outcome\":\"LEFT\"",
              "\"forFamily\"",
              "\"outcome\":\"ENTERED\"",
              "\"code\":\"UNKNOWN_CODE\"",
              "\"lastSequence\":3,\"missing\":1",
              "\"state\":\"OPEN\"",
              "进入登记",
              "\"surveyed\":21,\"applied\":14,\"approved\":12,\"posted\":9,\"scannedLast7Days\":5",
              "\"state\":\"UNAPPLIED\"",
              "\"overdue\":true",
              "\"accepted\":2",
              "\"line\":4",
              "\"unchanged\":2",
              "\"linkGround\":\"BY_HAND\"",
              "\"kind\":\"EXCUSED\"",
              "\"kind\":\"RECTIFICATION_DUE\"",
              "\"label\":\"大堂\"",
              "\"state\":\"DONE\"",
              "\"state\":\"VERIFIED\"",
              "\"seed\":",
              "\"downloadedAt\"",
              "\"kind\":\"TWO_PLACES\"",
              "\"contacts\":{\"first\":6,\"second\":1}",
              "\"name\":\"次密样本\"",
              "\"causes\":[\"STATEMENT\"]",
              "\"calls\":3,\"chosen\":3,\"leftOut\":4",
              "\"assigned\":3",
              "\"state\":\"ISOLATED\"",
              "\"told\":0",
              "\"state\":\"ACTIVE\"",
              "\"reason\":\"VENUE_CLOSED\"",
              "\"helpPhone\":\"12345\"",
              "\"name\":\"买买提\"",
              "\"state\":\"LIFTED\"",
              "\"status\":\"CLOSED\"",
              "\"drill\":true")
          .doesNotContainPattern("urn:venuepass:problem:(?!UNKNOWN_CODE)");
      assertThat(directory.resolve("poster.png")).isNotEmptyFile();
      assertThat(directory.resolve("pass.pdf")).isNotEmptyFile();
      assertThat(directory.resolve("weekly-report.pdf")).isNotEmptyFile();
      assertThat(directory.resolve("contacts.xlsx")).isNotEmptyFile();
    }
  }

  private static String tour() throws IOException {
    String tour =
        BLOCK
            .matcher(Files.readString(README))
            .results()
            .map(block -> block.group(1))
            .collect(Collectors.joining("\n"));
    Matcher calls = Pattern.compile("call ").matcher(tour);
    assertThat(calls.results().count()).isGreaterThan(15);
    return tour;
  }

  private String run(String script, String api) throws IOException, InterruptedException {
    var bash =
        new ProcessBuilder("bash", "-c", script)
            .directory(directory.toFile())
            .redirectErrorStream(true);
    bash.environment().put("api", api);
    Process process = bash.start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
