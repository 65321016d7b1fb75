package cn.venuepass.bootstrap.console;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.venuepass.bootstrap.RunningJar;
import cn.venuepass.testkit.http.Answer;
import cn.venuepass.testkit.http.ApiClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A running demo with its city, as the duty room's desks see it. */
final class Office implements AutoCloseable {
  /** Of the demo's staff. */
  static final String PASSWORD = "venuepass-demo";

  private static final int OK = 200;

  private final RunningJar server;

  Office(Path data, String... more) {
    server = RunningJar.demo(0, data, more);
    int status = api().send("GET", "/console", BodyPublishers.noBody()).status();
    if (status != OK) {
      server.close();
    }
    assumeTrue(status == OK, "built without the console's pages (web.skip)");
  }

  String address() {
    return server.api().base().toString();
  }

  ApiClient api() {
    return server.api();
  }

  /** One of the demo's staff, without a desk. */
  ApiClient staff(String username) {
    return api().staff(username, PASSWORD);
  }

  /** Somebody else on the demo's staff, of its whole city and with its password. */
  ApiClient newcomer(String username, String role) {
    Answer added =
        staff("admin")
            .post(
                "/staff",
                Map.of(
                    "username", username, "roles", List.of(role), "divisionCode", "659002000000"))
            .expect(201);
    String given = added.field("temporaryPassword");
    api()
        .staff(username, given)
        .put("/staff/me/password", Map.of("currentPassword", given, "newPassword", PASSWORD))
        .expect(204);
    return staff(username);
  }

  /** What it wrote into its log. */
  String log() {
    return server.output();
  }

  @Override
  public void close() {
    server.close();
  }
}
