package cn.venuepass.bootstrap.fuzz;

import static cn.venuepass.bootstrap.fuzz.FuzzWorld.MARK;
import static cn.venuepass.bootstrap.fuzz.FuzzWorld.oneOf;
import static java.nio.charset.StandardCharsets.UTF_8;

import cn.venuepass.testkit.http.People;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes bodies as the schemas say, and spoils them. */
final class FuzzBodies {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Pattern VALUE =
      Pattern.compile("(?<=[:,\\[])(\"[^\"]*\"(?!:)|-?\\d+|true|false|null)");
  private static final int MEGABYTE = 1_000_000;

  /** Routes where a name is no person's. */
  private static final List<String> NAMES_OF_THINGS =
      List.of("/venues", "/{id}", "/{code}", "/survey/places", "/inspection-plans", "/drills");

  private static final List<String> NONSENSE =
      List.of(
          "null",
          "true",
          "-1",
          "0",
          "1e999",
          "-0.0",
          "9".repeat(30),
          "9".repeat(3_000),
          "1E400000000",
          "2147483648",
          "\"\"",
          "\" \"",
          "[]",
          "{}",
          "[null]",
          "[[]]",
          "[1,2]",
          "NaN",
          "'x'",
          "[".repeat(2_000),
          "{\"a\":".repeat(300),
          "[".repeat(500) + "]".repeat(500),
          "\"\\ud800\"",
          "\"\\udc00\\ud800\"",
          "\"a\\u0000b\"",
          "\"\\u202e\"",
          "\"\u200f\u2066\"",
          "\"\\uFEFF\"",
          "\"\ud83d\ude00\"",
          "\"e\\u0301\"",
          "\"\\u0085\"",
          "\"\\n\\r\\t\"",
          "\"IN\"",
          "\"2026-02-30T00:00:00Z\"",
          "\"+999999999-12-31T23:59:59.999999999Z\"",
          "\"-999999999-01-01T00:00:00Z\"",
          "\"1970-01-01T00:00:00Z\"",
          "\"659002001001\"",
          "\"demo:\"",
          "\"%00\"",
          "\"11010119000101001X\"",
          "\"' OR 1=1--\"",
          "\"%s%n${x}{0}\"",
          "\"=1+1\"",
          "\"１３８００００００００\"",
          "\"x\ud800y\"",
          "\"" + "x".repeat(300) + "\"",
          "\"" + "\ud83d\ude00".repeat(60) + "\"",
          "\"" + "汉".repeat(30_000) + "\"");

  private final FuzzedDocument document;
  private final FuzzWorld world;
  private final Random random;

  FuzzBodies(FuzzedDocument document, FuzzWorld world, Random random) {
    this.document = document;
    this.world = world;
    this.random = random;
  }

  /** One that the operation should take. */
  String valid(FuzzedOperation operation, FuzzedOperation.Body body) {
    return body.example().isEmpty()
        ? example("", body.schema(), operation).toString()
        : body.example();
  }

  /** The same with one thing wrong. */
  byte[] spoilt(String valid) {
    byte[] bytes = valid.getBytes(UTF_8);
    return switch (random.nextInt(14)) {
      case 0 -> oneOf(NONSENSE, random).getBytes(UTF_8);
      case 1 -> valid.substring(0, random.nextInt(valid.length())).getBytes(UTF_8);
      case 2 -> valid.replaceFirst("\\{", "{\"" + MARK + "\":1,").getBytes(UTF_8);
      case 3 -> (valid.substring(0, valid.length() - 1) + "," + valid.substring(1)).getBytes(UTF_8);
      case 4, 5 -> {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        yield bytes;
      }
      case 6 ->
          random.nextInt(3) == 0
              ? withHole(valid, "\"" + "x".repeat(MEGABYTE) + "\"").getBytes(UTF_8)
              : (valid + valid).getBytes(UTF_8);
      case 7 ->
          valid.getBytes(
              random.nextBoolean()
                  ? java.nio.charset.StandardCharsets.UTF_16
                  : java.nio.charset.Charset.forName("GB18030"));
      default -> withHole(valid, oneOf(NONSENSE, random)).getBytes(UTF_8);
    };
  }

  private String withHole(String valid, String value) {
    List<Integer> places = new ArrayList<>();
    Matcher values = VALUE.matcher(valid);
    while (values.find()) {
      places.add(values.start());
    }
    if (places.isEmpty() || !values.find(oneOf(places, random))) {
      return value;
    }
    return valid.substring(0, values.start()) + value + valid.substring(values.end());
  }

  private JsonNode example(String field, JsonNode reference, FuzzedOperation operation) {
    JsonNode schema = document.resolve(reference);
    String type =
        schema.path("type").isArray()
            ? schema.path("type").path(0).asText()
            : schema.path("type").asText();
    if (schema.has("enum")) {
      return schema.path("enum").path(random.nextInt(schema.path("enum").size()));
    }
    return switch (type) {
      case "object" -> object(schema, operation);
      case "array" -> array(field, schema, operation);
      case "boolean" -> NODES.booleanNode(random.nextBoolean());
      case "integer" -> NODES.numberNode(number(schema));
      default -> NODES.textNode(text(field, schema, operation));
    };
  }

  private ObjectNode object(JsonNode schema, FuzzedOperation operation) {
    ObjectNode object = NODES.objectNode();
    List<String> required = new ArrayList<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    JsonNode choices = schema.path("oneOf");
    if (!choices.isEmpty()) {
      required.add(choices.path(0).path("required").path(0).asText());
    }
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      boolean chosen = required.contains(property.getKey());
      if (chosen || (choices.isEmpty() && random.nextInt(3) == 0)) {
        object.set(property.getKey(), example(property.getKey(), property.getValue(), operation));
      }
    }
    if (object.has("passCode") && object.has("idNumber")) {
      object.remove(random.nextBoolean() ? "passCode" : "idNumber");
    }
    if (object.has("divisionCode") && object.has("venueTypes")) {
      object.remove("venueTypes");
    }
    return object;
  }

  private ArrayNode array(String field, JsonNode schema, FuzzedOperation operation) {
    ArrayNode array = NODES.arrayNode();
    for (int i = 0; i < 1 + random.nextInt(3); i++) {
      array.add(example(field, schema.path("items"), operation));
    }
    return array;
  }

  private long number(JsonNode schema) {
    return switch (random.nextInt(4)) {
      case 0 -> schema.path("minimum").asLong(0);
      case 1 -> schema.path("maximum").asLong(1_000);
      default -> schema.path("minimum").asLong(0) + random.nextInt(100);
    };
  }

  private String text(String field, JsonNode schema, FuzzedOperation operation) {
    String path = operation.path();
    return switch (field) {
      case "scanId", "deviceId" -> Long.toHexString(random.nextLong());
      case "idNumber" -> oneOf(world.marks().subList(1, world.marks().size()), random);
      case "name" -> NAMES_OF_THINGS.stream().anyMatch(path::endsWith) ? "样本场所" : MARK;
      case "code" ->
          path.endsWith("/wechat")
              ? People.somebody().replace("sample", "demo:sample")
              : path.endsWith("/scans") ? known("code") : "123456";
      case "passCode", "refreshToken", "visitId" -> known(field);
      case "phone", "contactPhone" -> "138%08d".formatted(random.nextInt(100_000_000));
      case "username" -> "sample-" + random.nextInt(1_000_000);
      case "password", "currentPassword", "newPassword" -> "not-the-password-" + random.nextInt(9);
      case "otp" -> "123456";
      case "divisionCode", "communityCode" ->
          oneOf(List.of(People.COMMUNITY, People.OTHER_COMMUNITY), random);
      case "parent" -> oneOf(List.of("659002000000", "659002001000"), random);
      case "type", "venueTypes" -> "HOTEL";
      case "parentVenueId" -> world.venue();
      case "consentVersion" -> "2026-1";
      case "socialCreditCode" -> "91350100M000100Y43";
      case "companions" -> known("/me/family");
      default ->
          schema.path("format").asText().equals("date-time") ? Instant.now().toString() : "样本";
    };
  }

  private String known(String kind) {
    List<String> things = world.knownAs(kind);
    return things.isEmpty() ? "00000000-0000-7000-8000-000000000000" : oneOf(things, random);
  }
}
