package cn.venuepass.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.testkit.http.ApiClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/** The demo on H2 is killed when nothing else goes on, after whose commit no other one comes. */
class LastWordE2eTest {
  @TempDir private Path directory;

  @RepeatedTest(3)
  void theLastAnswerBeforeAKillShouldHold() {
    String order;
    try (RunningJar demo = RunningJar.demo(directory, "--no-city")) {
      ApiClient controller = controller(demo);
      controller.get("/control-orders").expect(200);
      order =
          controller
              .post(
                  "/control-orders",
                  Map.of(
                      "target",
                      Map.of("type", "PERSON", "idNumber", "659002190802140016"),
                      "rule",
                      "CLOSE_CONTACT",
                      "reason",
                      "样本",
                      "expiresAt",
                      Instant.now().plus(Duration.ofDays(1)).toString()))
              .expect(201)
              .field("id");
      controller.get("/control-orders").expect(200);
      demo.kill();
    }
    try (RunningJar demo = RunningJar.demo(directory, "--no-city")) {
      assertThat(controller(demo).get("/control-orders/" + order).expect(200).field("state"))
          .isEqualTo("PROPOSED");
    }
  }

  private static ApiClient controller(RunningJar demo) {
    return demo.api().staff("controller", DemoData.PASSWORD);
  }
}
