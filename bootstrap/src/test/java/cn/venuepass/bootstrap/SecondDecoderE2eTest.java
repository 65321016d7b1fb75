package cn.venuepass.bootstrap;

import static cn.venuepass.testkit.http.People.identity;
import static cn.venuepass.testkit.http.People.scan;
import static cn.venuepass.testkit.http.People.somebody;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.venuepass.testkit.SampleIdNumbers;
import cn.venuepass.testkit.http.Answer;
import cn.venuepass.testkit.http.ApiClient;
import cn.venuepass.testkit.http.People;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A poster's picture, read by a decoder that is not the one it was drawn with: zbarimg. */
class SecondDecoderE2eTest {
  @TempDir private Path directory;

  @Test
  void whatAnotherDecoderReadsShouldBeTakenAsAScan() throws Exception {
    assumeTrue(hasDecoder(), "zbarimg is not installed (Debian: zbar-tools)");
    try (RunningJar server = RunningJar.demo(directory)) {
      ApiClient keeper = server.api().resident(somebody());
      String venue =
          "/venues/" + keeper.post("/venues", People.hotel(People.COMMUNITY)).field("id");
      server
          .api()
          .staff("reviewer", DemoData.PASSWORD)
          .post(venue + "/approval", Map.of())
          .expect(200);
      Answer poster = keeper.get(venue + "/posters").expect(200);
      String image = venue + "/posters/" + poster.field("items.0.id") + "/image?format=png";
      Path file = Files.write(directory.resolve("poster.png"), keeper.get(image).body());

      String read = decoded(file);

      assertThat(read).isEqualToIgnoringCase(poster.field("items.0.url"));
      ApiClient guest = server.api().resident(somebody());
      guest.put("/me/identity", identity(SampleIdNumbers.next())).expect(200);
      assertThat(guest.post("/scans", scan(read)).expect(200).field("outcome"))
          .isEqualTo("ENTERED");
    }
  }

  private static String decoded(Path image) throws IOException, InterruptedException {
    Process zbar =
        new ProcessBuilder("zbarimg", "--quiet", "--raw", "--nodbus", image.toString()).start();
    String text = new String(zbar.getInputStream().readAllBytes(), UTF_8).strip();
    assertThat(zbar.waitFor()).isZero();
    return text;
  }

  private static boolean hasDecoder() throws InterruptedException {
    try {
      return new ProcessBuilder("zbarimg", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
