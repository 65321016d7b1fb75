package cn.venuepass.bootstrap.fuzz;

import static cn.venuepass.bootstrap.fuzz.FuzzWorld.oneOf;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import cn.venuepass.bootstrap.fuzz.FuzzRequest.Framing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decides what to send next: something valid, something with one thing wrong, or the absurd. */
final class FuzzPlans {
  private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");
  private static final Pattern SLOW = Pattern.compile("/sessions/staff|password|POST .*/staff$");
  private static final List<String> SEGMENTS =
      List.of(
          "x",
          "%00",
          "%2e%2e",
          "%ff%fe",
          "..",
          "%E2%80%AE",
          "-1",
          "0",
          "%ED%A0%80",
          "a".repeat(900),
          "a".repeat(3_000),
          "null",
          ";x=y",
          "%2F",
          "{id}",
          "'%20OR%201=1--",
          "%",
          "%zz",
          "\u00e9",
          "+",
          "00000000-0000-0000-0000-000000000000",
          "1-1-1-1-1",
          "me",
          "%5C",
          "a%0d%0aX:y",
          "",
          "999999999999",
          "swagger-ui.css%00.js",
          "..%2f..%2fetc%2fpasswd");
  private static final List<String> VALUES =
      List.of(
          "",
          "0",
          "-1",
          "200",
          "99999999999999",
          "%00",
          "AAAA",
          "x",
          "%ff",
          "null",
          "%F0%9F%98%80",
          "%ED%A0%80",
          "%2B999999999-01-01T00:00:00Z",
          "-999999999-01-01T00:00:00Z",
          "2026-02-30T00:00:00Z",
          "a".repeat(300),
          "svg",
          "png",
          "659002000000",
          "1.5",
          "1e3",
          "%",
          "é",
          "KzEwMDAwMDAwMDAwLTEyLTMxVDIzOjU5OjU5Ljk5OTk5OTk5OVovMA",
          "MjAyNi0wMS0wMVQwMDowMDowMFo");
  private static final List<String> HEADERS =
      List.of(
          "Accept: application/xml",
          "Accept: ;;",
          "Accept: */*;q=0",
          "Accept-Language: \u0001",
          "Accept-Language: en",
          "Accept-Language: " + "x-".repeat(500),
          "Accept-Language: *;q=nonsense",
          "Accept-Charset: x",
          "Accept-Encoding: gzip;q=abc",
          "Content-Encoding: gzip",
          "Idempotency-Key: a",
          "Idempotency-Key: \t",
          "Idempotency-Key: \u00e9",
          "Idempotency-Key: " + "k".repeat(129),
          "Authorization: Bearer",
          "Authorization: Basic \u0000",
          "Expect: x",
          "Expect: 100-continue",
          "Range: bytes=0-",
          "If-None-Match: \"",
          "If-Modified-Since: x",
          "X-Forwarded-For: ,,,",
          "X-Forwarded-For: 1.2.3.4",
          "X-Forwarded-Proto: \u0000",
          "Cookie: " + "c=1;".repeat(300),
          "Cookie: =;=",
          "X-Garbage: " + "g".repeat(20_000),
          "Origin: null",
          "X-HTTP-Method-Override: DELETE",
          "Upgrade: h2c",
          "No-Colon",
          "Content-Language: \u0000",
          "Date: x",
          "Connection: close",
          "Host: ",
          "Host: a:b:c");
  private static final List<String> TYPES =
      List.of(
          "text/plain",
          ";",
          "application/json;charset=utf-7",
          "application/json; charset=GB18030",
          "application/xml",
          "application/x-www-form-urlencoded",
          "multipart/form-data",
          "text/csv",
          "application/problem+json",
          "*/*",
          "",
          "text/csv;charset=x",
          "application/json;;a=b");

  /** Without DELETE, which would take the world away. */
  private static final List<String> METHODS =
      List.of(
          "GET", "POST", "PUT", "PATCH", "OPTIONS", "HEAD", "TRACE", "CONNECT", "NONSENSE", "get");

  private final List<FuzzedOperation> operations;
  private final FuzzWorld world;
  private final FuzzBodies bodies;
  private final Random random;

  FuzzPlans(FuzzedDocument document, FuzzWorld world, Random random) {
    this.operations = document.operations();
    this.world = world;
    this.bodies = new FuzzBodies(document, world, random);
    this.random = random;
  }

  FuzzRequest next() {
    FuzzedOperation operation = operation();
    int oddity = random.nextInt(20);
    boolean oddPath = oddity >= 17;
    String method = oddity == 16 ? oneOf(METHODS, random) : operation.method();
    String caller = world.callerOf(operation, random);
    List<String> headers = new ArrayList<>();
    String token = world.tokenOf(caller, operation, random);
    if (!token.isEmpty()) {
      headers.add("Authorization: Bearer " + token);
    }
    byte[] body = new byte[0];
    if (operation.body().isPresent()) {
      FuzzedOperation.Body expected = operation.body().get();
      String valid = bodies.valid(operation, expected);
      body = oddity < 9 ? bodies.spoilt(valid) : valid.getBytes(UTF_8);
      headers.add("Content-Type: " + (oddity == 9 ? oneOf(TYPES, random) : expected.contentType()));
    } else if (oddity == 0) {
      body = bodies.spoilt("{\"a\":1}");
      headers.add("Content-Type: " + oneOf(TYPES, random));
    }
    if (operation.method().equals("POST") && random.nextInt(4) == 0) {
      headers.add("Idempotency-Key: " + random.nextInt(50));
    }
    if (oddity == 15 || oddity == 17) {
      headers.add(oneOf(HEADERS, random));
    }
    String path = path(operation, oddPath);
    return new FuzzRequest(
        operation,
        method.equals(operation.method()) && !oddPath,
        caller,
        method,
        path + query(operation),
        headers,
        new String(body, ISO_8859_1),
        framing(operation));
  }

  /** Those that hash a password are slow on purpose, and get fewer. */
  private FuzzedOperation operation() {
    FuzzedOperation operation = oneOf(operations, random);
    boolean slow = SLOW.matcher(operation.toString()).find();
    return slow ? oneOf(operations, random) : operation;
  }

  private Framing framing(FuzzedOperation operation) {
    int choice = operation.body().isPresent() ? random.nextInt(100) : 99;
    if (choice == 0) {
      return random.nextBoolean() ? Framing.CUT_OFF : Framing.BAD_CHUNK;
    }
    return choice < 12 ? Framing.CHUNKED : Framing.LENGTH;
  }

  private String path(FuzzedOperation operation, boolean odd) {
    var path = new StringBuilder();
    Matcher parameter = PARAMETER.matcher(operation.path());
    while (parameter.find()) {
      String before = operation.path().substring(0, parameter.start());
      String value =
          odd
              ? oneOf(SEGMENTS, random)
              : world
                  .valueOf(before, operation, random)
                  .orElse("00000000-0000-7000-8000-000000000000");
      parameter.appendReplacement(path, Matcher.quoteReplacement(value));
    }
    return parameter.appendTail(path).toString();
  }

  private String query(FuzzedOperation operation) {
    List<String> parts = new ArrayList<>();
    for (String name : operation.queries()) {
      switch (random.nextInt(6)) {
        case 0 -> parts.add(name + "=" + oneOf(VALUES, random));
        case 1 -> parts.add(name + "=" + likely(name));
        default -> {}
      }
    }
    if (random.nextInt(60) == 0) {
      parts.add(oneOf(List.of("a", "&&=", "a=1&".repeat(60), "limit=1&limit=2", "x=%"), random));
    }
    return parts.isEmpty() ? "" : "?" + String.join("&", parts);
  }

  private String likely(String name) {
    return switch (name) {
      case "limit" -> String.valueOf(1 + random.nextInt(5));
      case "from" -> Instant.now().minusSeconds(86_400).toString();
      case "to" -> Instant.now().toString();
      case "parent", "division" -> "659002001000";
      default -> oneOf(VALUES, random);
    };
  }
}
