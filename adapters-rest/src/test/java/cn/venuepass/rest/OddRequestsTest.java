package cn.venuepass.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no well-behaved client sends, written byte by byte. */
class OddRequestsTest {
  private static RunningApi server;

  @BeforeAll
  static void start() {
    server = RunningApi.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/posters/%",
        "/api/v1/posters/%zz",
        "/api/v1/me?%",
        "/api/v1/divisions?parent=%zz",
        "/api/v1/\\me",
        "/<script>",
        "/api/v1/venues/{id}"
      })
  void anAddressThatIsNoUriShouldBeMalformed(String target) throws IOException {
    assertThat(send("GET " + target + " HTTP/1.1", "Host: localhost"))
        .startsWith("HTTP/1.1 400")
        .contains("application/problem+json", "MALFORMED_REQUEST")
        .doesNotContain("Exception");
  }

  @ParameterizedTest
  @ValueSource(strings = {"venuepass_app:8080", "<script>", "[::1", "中文.cn", "localhost"})
  void theHostShouldNotMatter(String host) throws IOException {
    assertThat(send("GET /health/ready HTTP/1.1", "Host: " + host)).startsWith("HTTP/1.1 200");
  }

  @Test
  void anAnnouncedLengthBeyondAnIntegerShouldBeTooLarge() throws IOException {
    assertThat(
            send(
                "POST /api/v1/sessions/wechat HTTP/1.1",
                "Host: localhost",
                "Content-Type: application/json",
                "Content-Length: 2147483648"))
        .startsWith("HTTP/1.1 413")
        .contains("TOO_LARGE");
  }

  @Test
  void aWishForAnotherProtocolShouldBeIgnored() throws IOException {
    String upgrade =
        "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk";
    String body = "{\"code\":\"demo:upgrade\"}";
    String signIn =
        String.join(
            "\r\n",
            "POST /api/v1/sessions/wechat HTTP/1.1",
            "Host: localhost",
            upgrade,
            "Content-Type: application/json",
            "Content-Length: " + body.length(),
            "",
            body);
    assertThat(send(signIn + "GET /health/live HTTP/1.1", "Host: localhost"))
        .startsWith("HTTP/1.1 200")
        .contains("accessToken", "Content-Type: application/json", "{\"status\":\"UP\"}");
  }

  @Test
  void aBodyBrokenFromItsFirstChunkOnShouldBeMalformedAndNoNewsForTheLog() throws IOException {
    Queue<String> warnings = new ConcurrentLinkedQueue<>();
    Logger chain = Logger.getLogger("org.glassfish.grizzly.filterchain.DefaultFilterChain");
    chain.setFilter(
        entry -> {
          warnings.add(entry.getMessage());
          return true;
        });
    for (int i = 0; i < 20; i++) {
      assertThat(
              send(
                  "POST /api/v1/sessions/wechat HTTP/1.1",
                  "Host: localhost",
                  "Content-Type: application/json",
                  "Transfer-Encoding: chunked",
                  "",
                  "zz"))
          .startsWith("HTTP/1.1 400");
    }
    chain.setFilter(null);
    assertThat(warnings).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRACE", "CONNECT", "PRI"})
  void aBodyOfAMethodForProxiesShouldBeNoRequest(String method) throws IOException {
    String hidden = "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n";
    String answer =
        send(
            method + " /health/live HTTP/1.1",
            "Host: localhost",
            "Content-Length: " + hidden.length(),
            "",
            hidden + "HEAD /health/live HTTP/1.1",
            "Host: localhost");
    assertOneProblem(answer, 405, "METHOD_NOT_ALLOWED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Transfer-Encoding: xchunked",
        "Transfer-Encoding: chunkedx",
        "Transfer-Encoding: gzip, chunked",
        "Transfer-Encoding: identity",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: chunked\r\nContent-Length: 5",
        "Content-Length: 5\r\nContent-Length: 6",
        "Content-Length : 5",
        "Content-Length\t: 5",
        "Transfer-Encoding : chunked",
        "No-Colon\r\nContent-Length: 5",
        ": 5\r\nContent-Length: 5",
      })
  void aBodyWhoseEndIsInDoubtShouldNotBeRead(String framing) throws IOException {
    String answer =
        send(
            "POST /api/v1/scans HTTP/1.1",
            "Host: localhost",
            framing,
            "",
            "0\r\n\r\nGET /health/live HTTP/1.1",
            "Host: localhost");
    assertOneProblem(answer, 400, "MALFORMED_REQUEST");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /health/live HTTP/1.1",
        "GET /health/live HTTP/9.9\r\nHost: localhost",
        "GET /health/live HTTP/0.9\r\nHost: localhost",
        "GET /health/live\r\nHost: localhost",
        "GET /health/live HTTP/1.1\r\nHost: localhost\r\nContent-Length: x",
      })
  void aHeadThatCannotBeReadShouldBeAProblem(String head) throws IOException {
    assertOneProblem(send(head), 400, "MALFORMED_REQUEST");
  }

  @Test
  void aHeadThatIsTooLongShouldBeAProblem() throws IOException {
    String live = "GET /health/live HTTP/1.1";
    assertOneProblem(send(live, "Host: a", "X: " + "x".repeat(20_000)), 400, "MALFORMED_REQUEST");
    assertOneProblem(
        send(live, "Host: a", "X: 1\r\n".repeat(99).strip()), 400, "MALFORMED_REQUEST");
  }

  @Test
  void anExpectationThatNobodyKnowsShouldBeIgnored() throws IOException {
    assertThat(send("GET /health/live HTTP/1.1", "Host: localhost", "Expect: the-unexpected"))
        .startsWith("HTTP/1.1 200");
    assertThat(send("GET /health/live HTTP/1.1", "Host: localhost", "Expect: 100-continue"))
        .startsWith("HTTP/1.1 100")
        .contains("HTTP/1.1 200");
  }

  @Test
  void whatComesWhileTheServerStopsShouldBeAProblem() throws IOException, InterruptedException {
    RunningApi own = RunningApi.start();
    var stop = new Thread(own::close);
    String live = "GET /health/live HTTP/1.1\r\nHost: a\r\n\r\n";
    try (var slow = connected(own);
        var next = connected(own)) {
      write(
          slow,
          String.join(
              "\r\n",
              "POST /api/v1/sessions/wechat HTTP/1.1",
              "Host: a",
              "Content-Type: application/json",
              "Content-Length: 2",
              "Expect: 100-continue",
              "",
              ""));
      assertThat(slow.getInputStream().read()).as("work on it has begun").isEqualTo('H');
      String answer = readOne(next, live);
      stop.start();
      while (answer.startsWith("HTTP/1.1 200")) {
        answer = readOne(next, live);
      }
      assertThat(answer).contains("Retry-After: 1", "nosniff");
      assertOneProblem(answer, 503, "UNAVAILABLE");
      write(slow, "{}");
    }
    stop.join();
  }

  @Test
  void halfSentRequestsShouldKeepNobodyOut() throws IOException {
    String[] halves = {"{\"code\":\"demo:", "half\"}"};
    List<Socket> slow = new ArrayList<>();
    try (RunningApi own = RunningApi.start()) {
      for (int i = 0; i < 3 * RunningApi.THREADS; i++) {
        Socket socket = connected(own);
        slow.add(socket);
        write(socket, signIn("Content-Length: " + String.join("", halves).length()) + halves[0]);
      }
      try (var quick = connected(own)) {
        assertThat(readOne(quick, "GET /health/live HTTP/1.1\r\nHost: a\r\n\r\n"))
            .startsWith("HTTP/1.1 200");
      }
      for (Socket socket : slow) {
        assertThat(readOne(socket, halves[1])).startsWith("HTTP/1.1 200");
      }
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void bodiesOfUnknownSizeThatDoNotComeShouldHoldAFewWorkersOnly() throws IOException {
    List<Socket> slow = new ArrayList<>();
    try (RunningApi own = RunningApi.start()) {
      String half = signIn("Transfer-Encoding: chunked") + "1\r\n{\r\n";
      int turnedAway = 0;
      for (int i = 0; i < RunningApi.THREADS; i++) {
        slow.add(connected(own));
        write(slow.get(i), half);
      }
      for (Socket socket : slow) {
        turnedAway += readOne(socket, "").startsWith("HTTP/1.1 503") ? 1 : 0;
      }
      assertThat(turnedAway).isGreaterThanOrEqualTo(RunningApi.THREADS / 2);
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void aBodyShouldBeTheSameInHoweverManyPiecesItComes() throws IOException {
    String body = "{\"code\":\"demo:pieces\"}";
    try (var socket = connected(server)) {
      write(socket, signIn("Transfer-Encoding: chunked"));
      for (int i = 0; i < body.length(); i++) {
        write(socket, "1\r\n" + body.charAt(i) + "\r\n");
      }
      assertThat(readOne(socket, "0\r\n\r\n")).startsWith("HTTP/1.1 200");
    }
    try (var socket = connected(server)) {
      write(socket, signIn("Content-Length: " + body.length()));
      for (int i = 0; i < body.length() - 1; i++) {
        write(socket, body.substring(i, i + 1));
      }
      assertThat(readOne(socket, "}")).startsWith("HTTP/1.1 200");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"zz\r\n", "-1\r\n", "fffffffffffffffff\r\n"})
  void aBodyThatBreaksLaterShouldBeMalformed(String breaking) throws IOException {
    try (var socket = connected(server)) {
      write(socket, signIn("Transfer-Encoding: chunked") + "9\r\n{\"code\":\"\r\n");
      assertThat(readOne(server, "GET /health/live HTTP/1.1\r\nHost: a\r\n\r\n"))
          .startsWith("HTTP/1.1 200");
      assertOneProblem(readOne(socket, breaking), 400, "MALFORMED_REQUEST");
    }
  }

  private static String signIn(String header) {
    return String.join(
        "\r\n",
        "POST /api/v1/sessions/wechat HTTP/1.1",
        "Host: a",
        "Content-Type: application/json",
        header,
        "",
        "");
  }

  private static String readOne(RunningApi api, String request) throws IOException {
    try (var socket = connected(api)) {
      return readOne(socket, request);
    }
  }

  private static void assertOneProblem(String answer, int status, String code) {
    assertThat(answer)
        .startsWith("HTTP/1.1 " + status)
        .containsOnlyOnce("HTTP/1.1")
        .contains("Content-Type: application/problem+json", "Connection: close", code);
  }

  private static Socket connected(RunningApi api) throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), api.uri().getPort());
    socket.setSoTimeout(20_000);
    return socket;
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(UTF_8));
  }

  /** Sends a request, and reads until the brace that ends its answer. */
  private static String readOne(Socket socket, String request) throws IOException {
    write(socket, request);
    var answer = new StringBuilder();
    while (answer.indexOf("}") < 0) {
      int next = socket.getInputStream().read();
      if (next < 0) {
        return answer.toString();
      }
      answer.append((char) next);
    }
    return answer.toString();
  }

  private static String send(String... lines) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.uri().getPort())) {
      socket.setSoTimeout(20_000);
      String request = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(UTF_8));
      socket.shutdownOutput();
      InputStream answer = socket.getInputStream();
      return new String(answer.readAllBytes(), UTF_8);
    }
  }
}
