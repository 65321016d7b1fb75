package cn.venuepass.testkit.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpHeaders;

/** What a server answered. */
@SuppressWarnings("ArrayRecordComponent") // answers are read, never compared
public record Answer(String route, int status, HttpHeaders headers, byte[] body) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public String text() {
    return new String(body, UTF_8);
  }

  /** The body as JSON; an empty one is null. */
  public JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new AssertionError(route + " answered no JSON: " + text(), e);
    }
  }

  /** A field of the body, as text; a path in dots reaches inside, numbers into lists. */
  public String field(String path) {
    JsonNode node = json().at("/" + path.replace('.', '/'));
    if (node.isMissingNode()) {
      throw new AssertionError(route + " answered without " + path + ": " + text());
    }
    return node.asText();
  }

  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /** The answer itself, if it has that status. */
  public Answer expect(int expected) {
    if (status != expected) {
      throw new AssertionError(
          "%s answered %d instead of %d: %s".formatted(route, status, expected, text()));
    }
    return this;
  }

  /** The answer itself, if it is a problem with that status and code. */
  public Answer expectProblem(int expected, String code) {
    expect(expected);
    if (!field("code").equals(code) || !header("content-type").startsWith("application/problem+")) {
      throw new AssertionError(
          "%s answered another problem than %s: %s".formatted(route, code, text()));
    }
    return this;
  }
}
