package cn.venuepass.testkit.http;

import cn.venuepass.testkit.PersonalValues;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Calls the API as one caller: nobody at first, somebody after signing in. */
public final class ApiClient {
  private static final String API = "/api/v1";
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http;
  private final URI base;
  private final Map<String, String> headers;
  private final Consumer<Answer> observer;

  private ApiClient(
      HttpClient http, URI base, Map<String, String> headers, Consumer<Answer> observer) {
    this.http = http;
    this.base = base;
    this.headers = headers;
    this.observer = observer;
  }

  public static ApiClient of(URI base) {
    return of(base, answer -> {});
  }

  /** A client that shows every answer to somebody, such as a check against the API's document. */
  public static ApiClient of(URI base, Consumer<Answer> observer) {
    HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    return new ApiClient(http, base, Map.of(), observer);
  }

  /** Where the server is. */
  public URI base() {
    return base;
  }

  /** The same caller with one header more. */
  public ApiClient with(String header, String value) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put(header, value);
    return new ApiClient(http, base, all, observer);
  }

  public ApiClient bearing(String accessToken) {
    return with("Authorization", "Bearer " + PersonalValues.used(accessToken));
  }

  /** The resident behind a demo login code. */
  public ApiClient resident(String name) {
    return bearing(
        post("/sessions/wechat", Map.of("code", "demo:" + name)).expect(200).field("accessToken"));
  }

  public ApiClient staff(String username, String password) {
    return bearing(
        post("/sessions/staff", Map.of("username", username, "password", password))
            .expect(200)
            .field("accessToken"));
  }

  public Answer get(String path) {
    return send("GET", API + path, BodyPublishers.noBody());
  }

  public Answer delete(String path) {
    return send("DELETE", API + path, BodyPublishers.noBody());
  }

  public Answer post(String path, Map<String, ?> body) {
    return send("POST", API + path, json(body));
  }

  public Answer put(String path, Map<String, ?> body) {
    return send("PUT", API + path, json(body));
  }

  /** Any request; the path begins at the root. */
  public Answer send(String method, String path, HttpRequest.BodyPublisher body) {
    var request = HttpRequest.newBuilder(base.resolve(path)).timeout(TIMEOUT).method(method, body);
    if (body.contentLength() != 0 && !headers.containsKey("Content-Type")) {
      request.header("Content-Type", "application/json");
    }
    headers.forEach(request::header);
    try {
      var response = http.send(request.build(), BodyHandlers.ofByteArray());
      var answer =
          new Answer(
              method + " " + path, response.statusCode(), response.headers(), response.body());
      observer.accept(answer);
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static HttpRequest.BodyPublisher json(Map<String, ?> body) {
    PersonalValues.usedIn(body);
    try {
      return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
