package cn.venuepass.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
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
