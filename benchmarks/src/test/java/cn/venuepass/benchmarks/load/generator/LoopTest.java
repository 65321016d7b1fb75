package cn.venuepass.benchmarks.load.generator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The generator against a small server that keeps who is where. */
class LoopTest {
  private static final int RESIDENTS = 12;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, String> inside = new ConcurrentHashMap<>();
  private final Set<String> scanIds = ConcurrentHashMap.newKeySet();
  private final AtomicInteger requests = new AtomicInteger();
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private HttpServer server;
  private int refuseEach = Integer.MAX_VALUE;

  LoopTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void start() {
    server.createContext("/api/v1/scans", this::scan);
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    List<Runnable> unused = threads.shutdownNow();
  }

  @Test
  void aClosedLoopShouldLetEverybodyInAndOut() throws IOException {
    Outcome outcome = Loop.run(new Load("any", 4, 0.5, 0), world(), new Crowd(world()));
    assertThat(outcome.errors()).isZero();
    assertThat(outcome.outcomes().keySet()).isSubsetOf("ENTERED", "LEFT").contains("ENTERED");
    assertThat(total(outcome)).isEqualTo(requests.get());
    assertThat(scanIds).hasSize(requests.get());
    assertThat(inside).hasSize((int) (count(outcome, "ENTERED") - count(outcome, "LEFT")));
  }

  @Test
  void anOpenLoopShouldSendOrCountWhoeverIsDue() throws IOException {
    Outcome outcome = Loop.run(new Load("any", 4, 0.5, 100), world(), new Crowd(world()));
    assertThat(outcome.errors()).isZero();
    assertThat(total(outcome) + outcome.unsent()).isEqualTo(50);
    assertThat(total(outcome)).isEqualTo(requests.get());
    assertThat(outcome.latency().maximum()).isGreaterThanOrEqualTo(outcome.service().maximum());
  }

  @Test
  void refusedScansShouldChangeNothingAndBeCountedApart() throws IOException {
    refuseEach = 3;
    Outcome outcome = Loop.run(new Load("any", 4, 0.5, 0), world(), new Crowd(world()));
    assertThat(outcome.errors()).isZero();
    assertThat(outcome.refused()).isEqualTo(requests.get() / 3);
    assertThat(outcome.refusedWithRetryAfter()).isEqualTo(outcome.refused());
    assertThat(total(outcome) + outcome.refused()).isEqualTo(requests.get());
  }

  @Test
  void anAnswerThatDoesNotFollowShouldBeAnError() throws IOException {
    Crowd crowd = new Crowd(world());
    IntStream.range(0, RESIDENTS).forEach(i -> inside.put("Bearer token-" + i, "somewhere"));
    Outcome outcome = Loop.run(new Load("any", 4, 0.1, 0), world(), crowd);
    assertThat(outcome.unexpected()).isPositive();
    assertThat(outcome.errors()).isPositive();
  }

  private void scan(HttpExchange exchange) throws IOException {
    JsonNode scan = JSON.readTree(exchange.getRequestBody());
    boolean fresh = scanIds.add(scan.path("scanId").asText());
    int number = requests.incrementAndGet();
    if (number % refuseEach == 0 || !fresh) {
      exchange.getResponseHeaders().add("Retry-After", "1");
      answer(exchange, 503, "{}");
      return;
    }
    String person = exchange.getRequestHeaders().getFirst("Authorization");
    String code = scan.path("code").asText();
    String venue = code.substring(code.length() - 1);
    String said =
        code.startsWith("in")
            ? inside.putIfAbsent(person, venue) == null ? "ENTERED" : "ALREADY_INSIDE"
            : inside.remove(person, venue) ? "LEFT" : "LEFT_WITHOUT_ENTRY";
    answer(exchange, 200, "{\"outcome\":\"" + said + "\"}");
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private World world() {
    return new World(
        server.getAddress().getPort(),
        IntStream.range(0, RESIDENTS).mapToObj(i -> "token-" + i).toList(),
        List.of("in-0", "in-1", "in-2"),
        List.of("ou-0", "ou-1", "ou-2"));
  }

  private static long total(Outcome outcome) {
    return outcome.outcomes().values().stream().mapToLong(Long::longValue).sum();
  }

  private static long count(Outcome outcome, String said) {
    return outcome.outcomes().getOrDefault(said, 0L);
  }
}
