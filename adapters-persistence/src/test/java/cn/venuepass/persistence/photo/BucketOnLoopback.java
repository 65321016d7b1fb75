package cn.venuepass.persistence.photo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A store of objects that knows PUT, GET, DELETE and lists of three, checks AWS signatures of
 * version 4 with one pair of keys, and fails when it is told to.
 */
final class BucketOnLoopback implements AutoCloseable {
  static final String ACCESS_KEY = "sample-access";
  static final String SECRET_KEY = "sample-secret";
  static final String REGION = "cn-north-1";

  /** How the SDK signs requests without a body. */
  private static final String UNSIGNED = "UNSIGNED-PAYLOAD";

  private static final int PAGE = 3;
  private static final Pattern AUTHORIZATION =
      Pattern.compile(
          "AWS4-HMAC-SHA256 Credential=([^/]+)/(\\d{8}/[^/]+/s3/aws4_request), "
              + "SignedHeaders=([^,]+), Signature=([0-9a-f]{64})");

  private final Map<String, byte[]> objects = new ConcurrentSkipListMap<>();
  private final HttpServer server;
  private volatile boolean broken;

  private BucketOnLoopback(HttpServer server) {
    this.server = server;
  }

  static BucketOnLoopback start() throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server = HttpServer.create(address, 0);
    var bucket = new BucketOnLoopback(server);
    server.createContext("/", bucket::answer);
    server.setExecutor(
        Executors.newFixedThreadPool(
            4,
            work -> {
              var thread = new Thread(work);
              thread.setDaemon(true);
              return thread;
            }));
    server.start();
    return bucket;
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  void broken(boolean nothingWorks) {
    broken = nothingWorks;
  }

  List<String> keys() {
    return List.copyOf(objects.keySet());
  }

  void put(String key) {
    objects.put(key, new byte[0]);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String key = exchange.getRequestURI().getPath().replaceFirst("^/bucket/?", "");
    if (broken) {
      send(exchange, 503, error("SlowDown"));
    } else if (!isSigned(exchange, body)) {
      send(exchange, 403, error("SignatureDoesNotMatch"));
    } else if (exchange.getRequestMethod().equals("PUT")) {
      objects.put(key, body);
      send(exchange, 200, new byte[0]);
    } else if (exchange.getRequestMethod().equals("DELETE")) {
      objects.remove(key);
      send(exchange, 204, new byte[0]);
    } else if (key.isEmpty()) {
      send(exchange, 200, list(exchange.getRequestURI().getQuery()));
    } else {
      byte[] found = objects.get(key);
      send(exchange, found == null ? 404 : 200, found == null ? error("NoSuchKey") : found);
    }
  }

  private byte[] list(String query) {
    Map<String, String> asked =
        Arrays.stream(query.split("&", -1))
            .map(pair -> pair.split("=", 2))
            .collect(toMap(pair -> pair[0], pair -> pair[1]));
    String after = asked.getOrDefault("continuation-token", "");
    List<String> rest =
        objects.keySet().stream()
            .filter(key -> key.startsWith(asked.get("prefix")) && key.compareTo(after) > 0)
            .toList();
    List<String> page = rest.subList(0, Math.min(PAGE, rest.size()));
    boolean more = rest.size() > PAGE;
    return ("<ListBucketResult><IsTruncated>"
            + more
            + "</IsTruncated>"
            + (more
                ? "<NextContinuationToken>" + page.get(PAGE - 1) + "</NextContinuationToken>"
                : "")
            + page.stream()
                .map(key -> "<Contents><Key>" + key + "</Key></Contents>")
                .collect(joining())
            + "</ListBucketResult>")
        .getBytes(UTF_8);
  }

  private static byte[] error(String code) {
    return ("<Error><Code>" + code + "</Code></Error>").getBytes(UTF_8);
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/xml");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static boolean isSigned(HttpExchange exchange, byte[] body) {
    Matcher form =
        AUTHORIZATION.matcher(
            String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
    String announced =
        String.valueOf(exchange.getRequestHeaders().getFirst("x-amz-content-sha256"));
    return form.matches()
        && form.group(1).equals(ACCESS_KEY)
        && form.group(2).contains("/" + REGION + "/")
        && announced.equals(body.length == 0 ? UNSIGNED : hex(sha256(body)))
        && form.group(4).equals(signature(exchange, form.group(2), form.group(3), announced));
  }

  /** Signature Version 4, as Amazon describes it. */
  private static String signature(
      HttpExchange exchange, String scope, String signedHeaders, String payload) {
    String query = exchange.getRequestURI().getRawQuery();
    String headers =
        Arrays.stream(signedHeaders.split(";", -1))
            .map(name -> name + ":" + exchange.getRequestHeaders().getFirst(name).strip() + "\n")
            .collect(joining());
    String request =
        String.join(
            "\n",
            exchange.getRequestMethod(),
            exchange.getRequestURI().getRawPath(),
            query == null ? "" : Arrays.stream(query.split("&", -1)).sorted().collect(joining("&")),
            headers,
            signedHeaders,
            payload);
    String text =
        String.join(
            "\n",
            "AWS4-HMAC-SHA256",
            exchange.getRequestHeaders().getFirst("x-amz-date"),
            scope,
            hex(sha256(request.getBytes(UTF_8))));
    byte[] key = ("AWS4" + SECRET_KEY).getBytes(UTF_8);
    for (String part : scope.split("/", -1)) {
      key = hmac(key, part);
    }
    return hex(hmac(key, text));
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
