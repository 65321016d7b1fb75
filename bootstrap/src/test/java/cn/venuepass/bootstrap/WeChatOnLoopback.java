package cn.venuepass.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** Plays WeChat for a service in another process: each code once, or no answer at all. */
final class WeChatOnLoopback implements AutoCloseable {
  static final String HANGING_CODE = "hang";
  private static final String USED = "{\"errcode\":40163,\"errmsg\":\"code been used\"}";

  private final Set<String> used = ConcurrentHashMap.newKeySet();
  private final Semaphore hanging = new Semaphore(0);
  private final Semaphore answers = new Semaphore(0);
  private final AtomicInteger tokens = new AtomicInteger();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  WeChatOnLoopback() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/sns/jscode2session", this::session);
    server.createContext("/cgi-bin/stable_token", this::token);
    server.createContext("/wxa/business/getuserphonenumber", this::phone);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  int tokensGiven() {
    return tokens.get();
  }

  /** Waits until a call hangs. */
  void awaitHangingCall() {
    hanging.acquireUninterruptibly();
  }

  /** Answers the call that hangs. */
  void answerIt() {
    answers.release();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void session(HttpExchange exchange) throws IOException {
    String code = parameter(exchange, "js_code");
    if (code.equals(HANGING_CODE)) {
      hanging.release();
      answers.acquireUninterruptibly();
    }
    answer(
        exchange,
        used.add(code)
            ? "{\"openid\":\"open-%s\",\"session_key\":\"sample-session-key\"}".formatted(code)
            : USED);
  }

  private void token(HttpExchange exchange) throws IOException {
    answer(
        exchange,
        "{\"access_token\":\"sample-token-%d\",\"expires_in\":7200}"
            .formatted(tokens.incrementAndGet()));
  }

  private void phone(HttpExchange exchange) throws IOException {
    boolean good = parameter(exchange, "access_token").equals("sample-token-" + tokens.get());
    answer(
        exchange,
        good
            ? """
              {"errcode":0,"phone_info":{"purePhoneNumber":"13800000000","countryCode":"86"}}
              """
            : "{\"errcode\":40001,\"errmsg\":\"invalid credential\"}");
  }

  private static String parameter(HttpExchange exchange, String name) {
    for (String part : exchange.getRequestURI().getRawQuery().split("&", -1)) {
      if (part.startsWith(name + "=")) {
        return URLDecoder.decode(part.substring(name.length() + 1), UTF_8);
      }
    }
    return "";
  }

  private static void answer(HttpExchange exchange, String json) throws IOException {
    byte[] bytes = json.getBytes(UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
