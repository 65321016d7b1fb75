package cn.venuepass.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.board.LedgerReading;
import cn.venuepass.domain.visit.ScanOutcome.Kind;
import cn.venuepass.rest.board.LiveStreams;
import cn.venuepass.testkit.TestApplication;
import cn.venuepass.testkit.http.Answer;
import cn.venuepass.testkit.http.ApiClient;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The live board over HTTP: who sees it, what it shows, and when it ends. */
class LiveBoardRoutesTest {
  private static final String PATH = "/operation/live";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final LiveStreams.Settings SHORT_PAUSE =
      new LiveStreams.Settings(Duration.ofMillis(20), 2, Duration.ofMinutes(5));

  @Test
  void onlyAdministratorsShouldSeeIt() {
    try (RunningApi server = RunningApi.start()) {
      server.client().get(PATH).expectProblem(401, "UNAUTHENTICATED");
      staff(server, "reviewer").get(PATH).expectProblem(403, "FORBIDDEN");
      staff(server, "supervisor").get(PATH).expectProblem(403, "FORBIDDEN");
      Answer answer = staff(server, "admin").get(PATH).expect(200);
      assertThat(answer.header("content-type")).isEqualTo("text/event-stream;charset=utf-8");
      assertThat(answer.header("cache-control")).isEqualTo("no-store");
      assertThat(answer.text()).startsWith("event: board\ndata: {\"at\":").endsWith("}\n\n");
    }
  }

  @Test
  void anEventShouldBeWhatTheDocumentSays() throws IOException {
    try (RunningApi server = RunningApi.start()) {
      server.application().useCases().board().reportNode().report();
      String text = staff(server, "admin").get(PATH).expect(200).text();
      JsonNode board = JSON.readTree(text.substring(text.indexOf('{')));
      assertThat(OpenApiDocument.load().faultsOf("Board", board)).isEmpty();
      assertThat(board.path("nodes").path(0).path("version").asText()).isEqualTo("test");
    }
  }

  @Test
  void aScanShouldBeSeenOnTheStream() throws IOException {
    try (RunningApi server = RunningApi.streaming(SHORT_PAUSE);
        var stream = new Stream(server, token(server))) {
      TestApplication application = server.application();
      assertThat(stream.next(board -> true).path("nodes")).isEmpty();
      application
          .readings()
          .set(new LedgerReading(Map.of(Kind.ENTERED, 3L), 7, 2, 3, Duration.ofMillis(3)));
      application.useCases().board().reportNode().report();
      JsonNode board = stream.next(found -> found.path("nodes").size() == 1);
      assertThat(board.path("minutes").size()).isEqualTo(30);
      assertThat(board.path("minutes").path(29).path("scans").path("ENTERED").asInt()).isEqualTo(3);
      assertThat(board.path("queueDepth").asInt()).isEqualTo(7);
      assertThat(board.path("commitMillis").asDouble()).isEqualTo(1.5);
      assertThat(board.path("nodes").path(0).path("scansLastMinute").asInt()).isEqualTo(3);
    }
  }

  @Test
  void aStreamShouldEndAtSignOut() throws IOException {
    try (RunningApi server = RunningApi.streaming(SHORT_PAUSE)) {
      String token = token(server);
      try (var stream = new Stream(server, token)) {
        JsonNode unused = stream.next(board -> true);
        server.client().bearing(token).delete("/sessions/current").expect(204);
        assertThat(stream.endsProperly()).isTrue();
      }
    }
  }

  @Test
  void aStreamShouldEndWithItsToken() throws IOException {
    try (RunningApi server = RunningApi.streaming(SHORT_PAUSE);
        var stream = new Stream(server, token(server))) {
      JsonNode unused = stream.next(board -> true);
      server.application().clock().advance(Duration.ofHours(1));
      assertThat(stream.endsProperly()).isTrue();
    }
  }

  @Test
  void aStreamShouldEndWhenTheServiceStops() throws IOException {
    RunningApi server = RunningApi.streaming(SHORT_PAUSE);
    try (var stream = new Stream(server, token(server))) {
      JsonNode unused = stream.next(board -> true);
      server.close();
      assertThat(stream.endsProperly()).isTrue();
    }
  }

  @Test
  void thereShouldBeOnlySoManyStreamsAndAPlaceAgainWhenAReaderIsGone() throws IOException {
    try (RunningApi server = RunningApi.streaming(SHORT_PAUSE);
        var stays = new Stream(server, token(server))) {
      JsonNode unused = stays.next(board -> true);
      try (var leaves = new Stream(server, token(server))) {
        JsonNode unusedToo = leaves.next(board -> true);
        Answer full = staff(server, "admin").get(PATH).expectProblem(503, "UNAVAILABLE");
        assertThat(full.header("retry-after")).isEqualTo("1");
      }
      String token = token(server);
      boolean found = false;
      while (!found) {
        try (var next = new Stream(server, token)) {
          found = next.status() == 200;
        }
      }
      assertThat(found).isTrue();
    }
  }

  private static ApiClient staff(RunningApi server, String username) {
    return server.client().staff(username, TestApplication.PASSWORD);
  }

  private static String token(RunningApi server) {
    return server
        .client()
        .post("/sessions/staff", Map.of("username", "admin", "password", TestApplication.PASSWORD))
        .expect(200)
        .field("accessToken");
  }

  /** A reader of the stream, line by line as it comes. */
  private static final class Stream implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;
    private final BufferedReader lines;
    private final int status;

    Stream(RunningApi server, String token) throws IOException {
      socket = new Socket(InetAddress.getLoopbackAddress(), server.uri().getPort());
      socket.setSoTimeout(PATIENCE_MILLIS);
      String request =
          "GET /api/v1/operation/live HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
              + token
              + "\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(UTF_8));
      lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
      status =
          Integer.parseInt(
              lines.readLine().substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
    }

    int status() {
      return status;
    }

    /** The next board of that kind. */
    JsonNode next(Predicate<JsonNode> kind) throws IOException {
      String line = lines.readLine();
      while (line != null) {
        if (line.startsWith("data: ")) {
          JsonNode board = JSON.readTree(line.substring("data: ".length()));
          if (kind.test(board)) {
            return board;
          }
        }
        line = lines.readLine();
      }
      throw new AssertionError("the stream ended");
    }

    /** Whether the last chunk comes, which is empty. */
    boolean endsProperly() throws IOException {
      String line = lines.readLine();
      while (line != null && !line.equals("0")) {
        line = lines.readLine();
      }
      return line != null;
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
