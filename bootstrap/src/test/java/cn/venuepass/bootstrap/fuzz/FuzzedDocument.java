package cn.venuepass.bootstrap.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The API's document: what is fuzzed, and what may come back. */
final class FuzzedDocument {
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete");
  private static final int SHOWN = 2;

  private final JsonNode root;
  private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(VersionFlag.V202012);
  private final Map<JsonNode, JsonSchema> schemas = new ConcurrentHashMap<>();

  private FuzzedDocument(JsonNode root) {
    this.root = root;
  }

  static FuzzedDocument load() {
    try (InputStream file =
        FuzzedDocument.class.getResourceAsStream("/cn/venuepass/rest/openapi.yaml")) {
      return new FuzzedDocument(new YAMLMapper().readTree(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<FuzzedOperation> operations() {
    List<FuzzedOperation> operations = new ArrayList<>();
    for (var path : root.get("paths").properties()) {
      for (var operation : path.getValue().properties()) {
        if (METHODS.contains(operation.getKey()) && !isEndless(operation.getValue())) {
          operations.add(
              new FuzzedOperation(
                  operation.getKey().toUpperCase(Locale.ROOT),
                  path.getKey(),
                  queriesOf(operation.getValue()),
                  bodyOf(operation.getValue()),
                  responsesOf(operation.getValue())));
        }
      }
    }
    return operations;
  }

  /** A stream of events, for whose end nobody can wait. */
  private static boolean isEndless(JsonNode operation) {
    return operation.at("/responses/200/content").has("text/event-stream");
  }

  /** What stands where a reference points to. */
  JsonNode resolve(JsonNode node) {
    JsonNode reference = node.path("$ref");
    return reference.isMissingNode() ? node : root.at(reference.asText().substring(1));
  }

  JsonNode problem() {
    return root.at("/components/responses/Problem");
  }

  /** How the JSON is not as the response says; empty if it is. */
  String faultsOf(JsonNode response, String contentType, JsonNode json) {
    JsonNode schema = response.path("content").path(contentType).path("schema");
    if (!(schema instanceof ObjectNode known)) {
      return "undocumented content type " + contentType;
    }
    return schemas.computeIfAbsent(known, this::compile).validate(json).stream()
        .map(ValidationMessage::getMessage)
        .limit(SHOWN)
        .collect(Collectors.joining("; "));
  }

  private JsonSchema compile(JsonNode schema) {
    ObjectNode complete = schema.deepCopy();
    complete.set("components", root.get("components"));
    return factory.getSchema(complete);
  }

  private List<String> queriesOf(JsonNode operation) {
    List<String> queries = new ArrayList<>();
    for (JsonNode parameter : operation.path("parameters")) {
      JsonNode known = resolve(parameter);
      if (known.path("in").asText().equals("query")) {
        queries.add(known.path("name").asText());
      }
    }
    return queries;
  }

  private Optional<FuzzedOperation.Body> bodyOf(JsonNode operation) {
    return resolve(operation.path("requestBody")).path("content").properties().stream()
        .findFirst()
        .map(
            content ->
                new FuzzedOperation.Body(
                    content.getKey(),
                    content.getValue().path("schema"),
                    content.getValue().path("example").asText()));
  }

  private Map<Integer, JsonNode> responsesOf(JsonNode operation) {
    Map<Integer, JsonNode> responses = new TreeMap<>();
    for (var response : operation.path("responses").properties()) {
      responses.put(Integer.valueOf(response.getKey()), resolve(response.getValue()));
    }
    return responses;
  }
}
