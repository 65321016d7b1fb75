package cn.venuepass.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * Calls a service to prepare what is measured; unlike the testkit's client it remembers no personal
 * value.
 */
public final class Api {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();
  private final URI base;

  public Api(int port) {
    this.base = URI.create("http://127.0.0.1:" + port);
  }

  /** A port that nobody listens on. */
  public static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Waits until the service of that process is ready.
   *
   * @throws IllegalStateException when it ended, or takes longer than a minute
   */
  public void awaitReady(Child service, Duration poll) {
    Instant deadline = Instant.now().plus(TIMEOUT);
    while (!isReady()) {
      if (!service.process().isAlive() || Instant.now().isAfter(deadline)) {
        throw new IllegalStateException("the service did not start: " + service.said());
      }
      LockSupport.parkNanos(poll.toNanos());
    }
  }

  public boolean isReady() {
    try {
      return http.send(
                  HttpRequest.newBuilder(base.resolve("/health/ready")).build(),
                  BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** The access token of whoever has that login code. */
  public String resident(String name) {
    return post("/sessions/wechat", "", Map.of("code", "demo:" + name))
        .path("accessToken")
        .asText();
  }

  public String staff(String username, String password) {
    return post("/sessions/staff", "", Map.of("username", username, "password", password))
        .path("accessToken")
        .asText();
  }

  public JsonNode post(String path, String token, Map<String, ?> body) {
    return send("POST", path, token, body);
  }

  public JsonNode put(String path, String token, Map<String, ?> body) {
    return send("PUT", path, token, body);
  }

  private JsonNode send(String method, String path, String token, Map<String, ?> body) {
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(base.resolve("/api/v1" + path))
              .timeout(TIMEOUT)
              .header("Content-Type", "application/json")
              .method(method, BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
      if (!token.isEmpty()) {
        request.header("Authorization", "Bearer " + token);
      }
      HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
      if (response.statusCode() / 100 != 2) {
        throw new IllegalStateException(method + " " + path + ": " + response.statusCode());
      }
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException(e);
  }
}
