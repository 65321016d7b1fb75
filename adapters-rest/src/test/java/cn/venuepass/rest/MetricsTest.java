package cn.venuepass.rest;

import static cn.venuepass.testkit.http.People.somebody;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.rest.operation.Monitoring;
import cn.venuepass.rest.operation.Networks;
import cn.venuepass.rest.operation.Protection;
import cn.venuepass.rest.operation.TrustedProxies;
import cn.venuepass.testkit.http.Answer;
import cn.venuepass.testkit.http.ApiClient;
import cn.venuepass.testkit.memory.CountingRateLimits;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is measured of requests, and who may see it. */
class MetricsTest {
  private static final String TEXT = "sample_total 1\n";

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  @Test
  void metricsShouldBeShownToTheirReaders() {
    try (RunningApi server = measured("127.0.0.0/8", TrustedProxies.none())) {
      Answer answer = metrics(server.client());
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.text()).isEqualTo(TEXT);
      assertThat(answer.header("content-type")).startsWith("text/plain;").contains("version=0.0.4");
    }
  }

  @Test
  void forOthersThereShouldBeNothing() {
    try (RunningApi server = measured("203.0.113.0/24", TrustedProxies.none())) {
      assertNothing(server.uncheckedClient());
      assertNothing(server.uncheckedClient().with("X-Forwarded-For", "203.0.113.7"));
    }
  }

  @Test
  void whoeverComesThroughAProxyShouldBeJudgedByTheirOwnAddress() {
    try (RunningApi server =
        measured("203.0.113.7,2001:db8::/32,127.0.0.1", TrustedProxies.of("127.0.0.1"))) {
      ApiClient client = server.uncheckedClient();
      assertThat(metrics(client.with("X-Forwarded-For", "203.0.113.7")).text()).isEqualTo(TEXT);
      assertThat(metrics(client.with("X-Forwarded-For", "2001:db8:1::9")).text()).isEqualTo(TEXT);
      assertNothing(client.with("X-Forwarded-For", "203.0.113.8"));
    }
  }

  @Test
  void aProxyThatNobodyTrustsShouldOpenNothing() {
    try (RunningApi server = measured("127.0.0.0/8", TrustedProxies.none())) {
      assertNothing(server.uncheckedClient().with("X-Forwarded-For", "127.0.0.1"));
    }
  }

  @Test
  void requestsShouldBeCountedByMethodRouteAndStatus() {
    try (RunningApi server = measured("127.0.0.0/8", TrustedProxies.none())) {
      ApiClient resident = server.client().resident(somebody());
      resident.get("/me").expect(200);
      resident.get("/me").expect(200);
      server.client().get("/me").expect(401);
      resident.delete("/me/family/" + UUID.randomUUID()).expect(404);
      server.client().get("/posters/x").expect(422);
      server.uncheckedClient().get("/nothing/here").expect(404);
      server.uncheckedClient().get("/posters/" + "x".repeat(3_000)).expect(414);
      var unused = server.uncheckedClient().send("NONSENSE", "/api/v1/me", BodyPublishers.noBody());
    }
    assertThat(counts())
        .containsEntry("GET /api/v1/me 200", 2L)
        .containsEntry("GET /api/v1/me 401", 1L)
        .containsEntry("DELETE /api/v1/me/family/{id} 404", 1L)
        .containsEntry("GET /api/v1/posters/{code} 422", 1L)
        .containsEntry("GET other 404", 1L)
        .containsEntry("GET other 414", 1L)
        .containsEntry("other other 405", 1L);
  }

  @Test
  void aBodyThatIsCutOffShouldBeNoFaultOfTheService() throws IOException {
    try (RunningApi server = measured("127.0.0.0/8", TrustedProxies.none());
        var socket = new Socket(InetAddress.getLoopbackAddress(), server.uri().getPort())) {
      String request =
          String.join(
              "\r\n",
              "POST /api/v1/sessions/wechat HTTP/1.1",
              "Host: localhost",
              "Content-Type: application/json",
              "Transfer-Encoding: chunked",
              "",
              "5\r\n{");
      socket.getOutputStream().write(request.getBytes(UTF_8));
      socket.shutdownOutput();
      assertThat(socket.getInputStream().readAllBytes()).isEmpty();
    }
    assertThat(counts()).containsOnlyKeys("POST /api/v1/sessions/wechat 499");
  }

  private Map<String, Long> counts() {
    return meters.find("http.server.requests").timers().stream()
        .collect(Collectors.toMap(timer -> labels(timer.getId()), timer -> timer.count()));
  }

  private static String labels(Meter.Id id) {
    assertThat(id.getTags()).extracting(Tag::getKey).containsExactly("method", "route", "status");
    return id.getTag("method") + " " + id.getTag("route") + " " + id.getTag("status");
  }

  private static void assertNothing(ApiClient client) {
    Answer unknown = client.send("GET", "/no-such-page", BodyPublishers.noBody());
    Answer answer = metrics(client);
    assertThat(answer.status()).isEqualTo(404).isEqualTo(unknown.status());
    assertThat(answer.text()).isEqualTo(unknown.text()).doesNotContain("sample");
    assertThat(answer.headers().map().keySet()).isEqualTo(unknown.headers().map().keySet());
  }

  private static Answer metrics(ApiClient client) {
    return client.send("GET", "/metrics", BodyPublishers.noBody());
  }

  private RunningApi measured(String readers, TrustedProxies proxies) {
    return RunningApi.monitored(
        new Protection(CountingRateLimits.none(), proxies, false, Set.of()),
        new Monitoring(meters, () -> TEXT, Networks.of(readers)));
  }
}
