package cn.venuepass.bootstrap.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One operation of the API's document.
 *
 * @param path with its parameters in braces
 * @param queries the names of its parameters in the query
 * @param responses what it may answer, by status
 */
record FuzzedOperation(
    String method,
    String path,
    List<String> queries,
    Optional<Body> body,
    Map<Integer, JsonNode> responses) {

  /** What it takes; {@code example} is empty where the schema says it all. */
  record Body(String contentType, JsonNode schema, String example) {}

  @Override
  public String toString() {
    return method + " " + path;
  }
}
