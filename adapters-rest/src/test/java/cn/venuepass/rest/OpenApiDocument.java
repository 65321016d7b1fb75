package cn.venuepass.rest;

import cn.venuepass.testkit.http.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The API's own document, against which routes and answers are held. */
final class OpenApiDocument {
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(VersionFlag.V202012);
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete");

  private final JsonNode root;

  private OpenApiDocument(JsonNode root) {
    this.root = root;
  }

  static OpenApiDocument load() {
    try (InputStream file =
        OpenApiDocument.class.getResourceAsStream("/cn/venuepass/rest/openapi.yaml")) {
      return new OpenApiDocument(new YAMLMapper().readTree(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An endpoint; {@code open} if it needs no token. */
  record Operation(String method, String path, boolean open) {}

  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    for (var path : root.get("paths").properties()) {
      for (var operation : path.getValue().properties()) {
        if (METHODS.contains(operation.getKey())) {
          JsonNode security = operation.getValue().path("security");
          operations.add(
              new Operation(
                  operation.getKey().toUpperCase(Locale.ROOT),
                  path.getKey(),
                  security.isArray() && security.isEmpty()));
        }
      }
    }
    return operations;
  }

  JsonNode root() {
    return root;
  }

  /** Fails unless the answer is one that the document promises for its route. */
  void check(Answer answer) {
    JsonNode operation = operationOf(answer.route());
    JsonNode response = resolve(operation.path("responses").path(String.valueOf(answer.status())));
    String type = answer.header("content-type");
    boolean general = Set.of(400, 405, 406, 413, 414, 415, 429).contains(answer.status());
    if (response.isMissingNode() && general) {
      response = root.at("/components/responses/Problem");
    }
    if (response.isMissingNode()) {
      throw new AssertionError(answer.route() + ": undocumented status " + answer.status());
    }
    if (type.contains("json")) {
      JsonNode schema = response.path("content").path(type.replaceFirst(";.*", "")).path("schema");
      if (schema.isMissingNode()) {
        throw new AssertionError(answer.route() + ": undocumented content type " + type);
      }
      validate(answer, (ObjectNode) schema);
    }
  }

  /** In what that JSON is not as the document describes such a thing. */
  Set<ValidationMessage> faultsOf(String name, JsonNode json) {
    return faultsOf((ObjectNode) root.at("/components/schemas/" + name), json);
  }

  private Set<ValidationMessage> faultsOf(ObjectNode schema, JsonNode json) {
    ObjectNode complete = schema.deepCopy();
    complete.set("components", root.get("components"));
    return SCHEMAS.getSchema(complete).validate(json);
  }

  private void validate(Answer answer, ObjectNode schema) {
    Set<ValidationMessage> faults = faultsOf(schema, answer.json());
    if (!faults.isEmpty()) {
      throw new AssertionError(answer.route() + ": " + faults + " in " + answer.text());
    }
  }

  private JsonNode operationOf(String route) {
    String method = route.substring(0, route.indexOf(' ')).toLowerCase(Locale.ROOT);
    String path = route.substring(route.indexOf(' ') + 1).replaceFirst("\\?.*", "");
    return root.get("paths").properties().stream()
        .filter(known -> matches(known.getKey(), path))
        .min(Comparator.comparing(known -> known.getKey().contains("{")))
        .map(known -> known.getValue().path(method))
        .filter(operation -> !operation.isMissingNode())
        .orElseThrow(() -> new AssertionError("undocumented route " + route));
  }

  private static boolean matches(String template, String path) {
    String pattern = Pattern.quote(template).replaceAll("\\{[^}]+}", "\\\\E[^/]+\\\\Q");
    return path.matches(pattern);
  }

  private JsonNode resolve(JsonNode node) {
    JsonNode reference = node.path("$ref");
    return reference.isMissingNode() ? node : root.at(reference.asText().substring(1));
  }
}
