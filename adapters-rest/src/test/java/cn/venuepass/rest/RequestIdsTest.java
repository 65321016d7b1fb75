package cn.venuepass.rest;

import static cn.venuepass.testkit.http.People.identity;
import static cn.venuepass.testkit.http.People.somebody;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import cn.venuepass.application.Stores;
import cn.venuepass.application.visit.VisitLedger;
import cn.venuepass.domain.visit.Scan;
import cn.venuepass.domain.visit.ScanRecord;
import cn.venuepass.rest.operation.Protection;
import cn.venuepass.rest.operation.TrustedProxies;
import cn.venuepass.testkit.SampleIdNumbers;
import cn.venuepass.testkit.StoreFixtures.Gate;
import cn.venuepass.testkit.http.Answer;
import cn.venuepass.testkit.http.ApiClient;
import cn.venuepass.testkit.memory.CountingRateLimits;
import cn.venuepass.testkit.memory.InMemoryStore;
import cn.venuepass.testkit.memory.RebuiltStores;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What a client is told, the operator finds in the log, and nothing of the client's beside it. */
class RequestIdsTest {
  private static final String HEADER = "x-request-id";
  private static final Logger SERVICE = (Logger) LoggerFactory.getLogger("cn.venuepass");

  private final Lines lines = new Lines();

  @BeforeEach
  void listen() {
    lines.start();
    SERVICE.addAppender(lines);
  }

  @AfterEach
  void listenNoMore() {
    SERVICE.detachAppender(lines);
  }

  @Test
  void everyAnswerShouldHaveANameOfItsOwn() {
    try (RunningApi server = RunningApi.start()) {
      ApiClient client = server.uncheckedClient().with("X-Request-Id", "0123456789abcdef");
      List<String> ids =
          List.of(
              id(client.get("/me")),
              id(client.get("/me")),
              id(client.send("GET", "/", BodyPublishers.noBody())),
              id(client.send("GET", "/health/ready", BodyPublishers.noBody())),
              id(client.send("GET", "/nowhere", BodyPublishers.noBody())),
              id(client.send("TRACE", "/", BodyPublishers.noBody())));
      assertThat(ids).allMatch(Pattern.compile("[0-9a-f]{16}").asMatchPredicate());
      assertThat(ids).doesNotHaveDuplicates().doesNotContain("0123456789abcdef");
    }
  }

  @Test
  void aProblemShouldBeOneLineOfItsRouteAndNothingOfTheClients() {
    String familyId = UUID.randomUUID().toString();
    Map<String, String> answered = new LinkedHashMap<>();
    try (RunningApi server = RunningApi.start()) {
      ApiClient resident = server.client().resident(somebody());
      ApiClient nobody = server.uncheckedClient();
      answered.put(
          id(resident.delete("/me/family/" + familyId).expect(404)),
          "404 NOT_FOUND for DELETE /api/v1/me/family/{id}");
      answered.put(
          id(nobody.get("/me?marked=query").expect(401)), "401 UNAUTHENTICATED for GET /api/v1/me");
      answered.put(id(nobody.get("/marked-path").expect(404)), "404 NOT_FOUND for GET other");
      answered.put(
          id(nobody.send("MARKED", "/api/v1/me", BodyPublishers.noBody())),
          "405 METHOD_NOT_ALLOWED for other other");
      answered.put(
          id(nobody.get("/posters/" + "x".repeat(3_000)).expect(414)),
          "414 ADDRESS_TOO_LONG for GET other");
    }
    answered.forEach((id, line) -> assertThat(lines.of(id)).containsExactly(line));
    assertThat(String.join("\n", lines.all())).doesNotContain(familyId, "marked", "MARKED");
  }

  @Test
  void aScanThatFailsShouldBeFoundAndOneThatSucceedsWriteNothing() {
    String stored;
    String refused;
    try (RunningApi server = RunningApi.start()) {
      Gate gate = server.application().fixtures().aVenue().addWithGate();
      ApiClient resident = server.client().resident(somebody());
      resident.put("/me/identity", identity(SampleIdNumbers.next())).expect(200);
      String code = server.application().links().urlOf(gate.in());
      stored = id(resident.post("/scans", scan(code)).expect(200));
      refused = id(resident.post("/scans", scan("UNKNOWN")).expect(422));
    }
    assertThat(lines.of(refused)).containsExactly("422 UNKNOWN_CODE for POST /api/v1/scans");
    assertThat(lines.of(stored)).isEmpty();
  }

  @Test
  void whatBrokeShouldBeFoundWithItsCause() {
    String broken;
    try (RunningApi server =
        RunningApi.overBroken(BrokenWorldTest.failing(new IllegalStateException("inside")))) {
      broken =
          id(
              server
                  .uncheckedClient()
                  .post("/sessions/wechat", Map.of("code", "demo:x"))
                  .expect(500));
    }
    assertThat(lines.of(broken))
        .containsExactly("a request failed", "500 INTERNAL_ERROR for POST /api/v1/sessions/wechat");
  }

  @Test
  void aScanThatBreaksWhenItsEndpointHasLongReturnedShouldBeFoundWithItsCause() {
    Stores stores = RebuiltStores.with(InMemoryStore.create(), VisitLedger.class, new Silent());
    try (RunningApi server = RunningApi.start(stores, Duration.ZERO)) {
      Gate gate = server.application().fixtures().aVenue().addWithGate();
      ApiClient resident = server.uncheckedClient().resident(somebody());
      resident.put("/me/identity", identity(SampleIdNumbers.next())).expect(200);
      String code = server.application().links().urlOf(gate.in());
      String broken = id(resident.post("/scans", scan(code)).expect(500));
      assertThat(lines.of(broken, 2))
          .containsExactly("a request failed", "500 INTERNAL_ERROR for POST /api/v1/scans");
    }
  }

  @Test
  void whatIsNoHttpShouldBeFoundToo() throws IOException {
    String answer;
    try (RunningApi server = RunningApi.start();
        var socket = new Socket(InetAddress.getLoopbackAddress(), server.uri().getPort())) {
      String request = "GET / HTTP/1.1\r\nHost: a\r\nMarked : b\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(UTF_8));
      socket.shutdownOutput();
      answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
    var id = Pattern.compile("(?i)x-request-id: ([0-9a-f]{16})").matcher(answer);
    assertThat(id.find()).as(answer).isTrue();
    assertThat(lines.of(id.group(1))).containsExactly("400 MALFORMED_REQUEST for other other");
  }

  @Test
  void pagesOfOtherOriginsShouldSeeTheName() {
    String origin = "https://console.example";
    try (RunningApi server =
        RunningApi.behind(
            new Protection(
                CountingRateLimits.none(), TrustedProxies.none(), true, Set.of(origin)))) {
      Answer answer = server.uncheckedClient().with("Origin", origin).get("/me");
      assertThat(answer.header("access-control-expose-headers"))
          .isEqualTo("Retry-After, X-Request-Id");
    }
  }

  private static Map<String, String> scan(String code) {
    return Map.of("scanId", UUID.randomUUID().toString(), "code", code);
  }

  private static String id(Answer answer) {
    return answer.header(HEADER);
  }

  /** Gives up after a moment. */
  private static final class Silent implements VisitLedger {

    @Override
    public Optional<ScanRecord> apply(Scan scan) {
      throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<Optional<ScanRecord>> submit(Scan scan) {
      return new CompletableFuture<Optional<ScanRecord>>().orTimeout(100, TimeUnit.MILLISECONDS);
    }

    @Override
    public Optional<ScanRecord> findAnswer(Scan scan) {
      return Optional.empty();
    }
  }

  /** What is logged, by the request in whose name it is. */
  private static final class Lines extends AppenderBase<ILoggingEvent> {
    private final BlockingQueue<ILoggingEvent> news = new LinkedBlockingQueue<>();
    private final List<ILoggingEvent> events = new ArrayList<>();

    @Override
    protected void append(ILoggingEvent event) {
      event.prepareForDeferredProcessing();
      news.add(event);
    }

    List<String> all() {
      news.drainTo(events);
      return events.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    List<String> of(String id) {
      news.drainTo(events);
      return events.stream()
          .filter(event -> id.equals(event.getMDCPropertyMap().get("requestId")))
          .map(ILoggingEvent::getFormattedMessage)
          .toList();
    }

    /** The same, once there are so many: an answer can be there before its line. */
    List<String> of(String id, int count) {
      try {
        while (of(id).size() < count) {
          var next = news.poll(10, TimeUnit.SECONDS);
          assertThat(next).as("a further line").isNotNull();
          events.add(next);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return of(id);
    }
  }
}
