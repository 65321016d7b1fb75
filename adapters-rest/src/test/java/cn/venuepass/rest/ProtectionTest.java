package cn.venuepass.rest;

import static cn.venuepass.testkit.http.People.somebody;
import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.venuepass.rest.operation.Protection;
import cn.venuepass.rest.operation.TrustedProxies;
import cn.venuepass.testkit.http.Answer;
import cn.venuepass.testkit.http.ApiClient;
import cn.venuepass.testkit.memory.CountingRateLimits;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the gate lets through, from whom, and what it says on every answer. */
class ProtectionTest {
  private static final String ORIGIN = "https://console.example";

  @Test
  void anAddressThatAsksTooMuchShouldWaitWhateverItSaysOfItself() {
    try (RunningApi server = limited(1, TrustedProxies.none())) {
      view(server, "203.0.113.1").expect(422);
      Answer answer = view(server, "203.0.113.2").expectProblem(429, "TOO_MANY_REQUESTS");
      assertThat(answer.header("retry-after")).isEqualTo("42");
      assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
      assertThat(Instant.from(RFC_1123_DATE_TIME.parse(answer.header("date"))))
          .isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    }
  }

  @Test
  void theWordOfATrustedProxyShouldCountForItsOwnHopOnly() {
    try (RunningApi server = limited(1, TrustedProxies.of("127.0.0.0/8"))) {
      view(server, "203.0.113.1").expect(422);
      view(server, "203.0.113.2").expect(422);
      view(server, "198.51.100.7, 203.0.113.1, 127.0.0.9").expect(429);
      view(server, "2001:db8:1:2::1").expect(422);
      view(server, "2001:db8:1:2:ffff::9").expect(429);
      view(server, "2001:db8:1:3::1").expect(422);
    }
  }

  @Test
  void aMadeUpTokenShouldBuyNoMoreRequestsThanNone() {
    for (String path : List.of("/me", "/posters/x")) {
      try (RunningApi server = limited(1, TrustedProxies.none())) {
        assertThat(server.client().bearing("garbage").get(path).status()).isIn(401, 422);
        server.client().get("/posters/x").expectProblem(429, "TOO_MANY_REQUESTS");
      }
    }
  }

  @Test
  void anotherSpellingOfAnAddressShouldCountLikeTheUsualOne() {
    try (RunningApi server = limited(1, TrustedProxies.none())) {
      ApiClient client = server.uncheckedClient();
      Map<String, String> guess = Map.of("username", "nobody", "password", "a guess");
      client.post("/sessions/staff", guess).expectProblem(401, "SIGN_IN_FAILED");
      client.post("/sessions;a=b/staff;c", guess).expectProblem(429, "TOO_MANY_REQUESTS");
    }
  }

  @Test
  void anAccountShouldBeLimitedOnItsOwn() {
    try (RunningApi server = limited(3, TrustedProxies.of("127.0.0.0/8"))) {
      ApiClient resident = server.uncheckedClient().resident(somebody());
      for (int i = 1; i <= 3; i++) {
        resident.with("X-Forwarded-For", "203.0.113." + i).get("/me").expect(200);
      }
      resident.with("X-Forwarded-For", "203.0.113.9").get("/me").expect(429);
    }
  }

  @Test
  void onlyKnownOriginsShouldCallFromTheirPages() {
    try (RunningApi server =
        RunningApi.behind(
            new Protection(
                CountingRateLimits.none(), TrustedProxies.none(), true, Set.of(ORIGIN)))) {
      Answer known = preflight(server, ORIGIN).expect(204);
      assertThat(known.header("access-control-allow-origin")).isEqualTo(ORIGIN);
      assertThat(known.header("access-control-allow-credentials")).isEmpty();
      assertThat(known.header("strict-transport-security")).startsWith("max-age=");
      Answer other = preflight(server, "https://evil.example");
      assertThat(other.headers().map()).doesNotContainKey("access-control-allow-origin");
    }
  }

  @Test
  void aLongAddressShouldBeRefused() {
    try (RunningApi server = RunningApi.start()) {
      ApiClient client = server.uncheckedClient();
      client.get("/posters/" + "x".repeat(3_000)).expectProblem(414, "ADDRESS_TOO_LONG");
      client.get("/posters/x?" + "a&".repeat(40)).expectProblem(400, "MALFORMED_REQUEST");
      assertThat(client.post("/sessions/wechat", Map.of()).header("strict-transport-security"))
          .isEmpty();
    }
  }

  private static RunningApi limited(int most, TrustedProxies proxies) {
    return RunningApi.behind(
        new Protection(new CountingRateLimits(most), proxies, false, Set.of()));
  }

  private static Answer view(RunningApi server, String forwardedFor) {
    return server.client().with("X-Forwarded-For", forwardedFor).get("/posters/x");
  }

  private static Answer preflight(RunningApi server, String origin) {
    return server
        .uncheckedClient()
        .with("Origin", origin)
        .with("Access-Control-Request-Method", "POST")
        .send("OPTIONS", "/api/v1/scans", BodyPublishers.noBody());
  }
}
