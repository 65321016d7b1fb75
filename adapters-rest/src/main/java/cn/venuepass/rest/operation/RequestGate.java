package cn.venuepass.rest.operation;

import static java.nio.charset.StandardCharsets.US_ASCII;

import cn.venuepass.application.lookup.RateLimits.Limited;
import cn.venuepass.application.lookup.RateLimits.Who;
import cn.venuepass.rest.ApiPaths;
import cn.venuepass.rest.access.ClientAddress;
import cn.venuepass.rest.json.BodyGuard;
import cn.venuepass.rest.problem.ProblemType;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.Method;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.glassfish.grizzly.http.util.FastHttpDateFormat;
import org.glassfish.grizzly.http.util.Header;
import org.slf4j.MDC;

/**
 * Stands before Jersey: puts the headers on every answer, finds out who the client is, and turns
 * away what is too much or cannot be read before it costs anything. A Host that is none does not
 * matter, since the service makes no links from it.
 */
public final class RequestGate extends HttpHandler {
  /** What Jersey takes off a path before it looks where to go. */
  private static final Pattern MATRIX_PARAMETERS = Pattern.compile(";[^/]*");

  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]+(:[0-9]{1,5})?");
  private static final String EXPOSED = "Retry-After, " + RequestIds.HEADER;
  private static final int CUT_OFF = 499;
  private static final int LONGEST_ADDRESS = 2_048;
  private static final int MOST_PARAMETERS = 32;
  private static final String SIGN_INS = ApiPaths.BASE + "/sessions/";
  private static final String STAFF = SIGN_INS + "staff";

  private final HttpHandler api;
  private final Protection protection;
  private final RequestMeters meters;
  private final Semaphore bodiesUnderWay;

  /**
   * A gate before the API.
   *
   * @param bodiesUnderWay how many requests are worked on at most while their bodies still come:
   *     senders who take their time must not hold all workers
   */
  public RequestGate(
      HttpHandler api, Protection protection, RequestMeters meters, int bodiesUnderWay) {
    this.api = api;
    this.protection = protection;
    this.meters = meters;
    this.bodiesUnderWay = new Semaphore(bodiesUnderWay);
  }

  @Override
  public void service(Request request, Response response) throws Exception {
    var count = new Count(RequestIds.next(), request);
    request.setAttribute(Count.ATTRIBUTE, count);
    response.setHeader(RequestIds.HEADER, count.id);
    response.setHeader(Header.Date, FastHttpDateFormat.getCurrentDate());
    MDC.put(RequestIds.IN_LOG, count.id);
    try {
      admit(request, response);
    } finally {
      MDC.remove(RequestIds.IN_LOG);
      if (!count.later) {
        count.answered(response.getStatus());
      }
    }
  }

  /** Counts one request when it is answered, and how long that took; notes a problem. */
  final class Count {
    static final String ATTRIBUTE = "cn.venuepass.rest.operation.Count";

    private final String id;
    private final Request request;
    private final long start = System.nanoTime();
    private boolean later;

    private Count(String id, Request request) {
      this.id = id;
      this.request = request;
    }

    /** The answer comes when its endpoint has long returned. */
    void later() {
      later = true;
    }

    /** The answer that was to come later is about to be written. */
    void now(int status) {
      if (later) {
        answered(status);
      }
    }

    private void answered(int status) {
      boolean cutOff = isCutOff(request, status);
      RequestMeters.Route route =
          meters.answered(
              request.getAttribute(RouteFilter.ROUTE),
              request.getMethod().getMethodString(),
              cutOff ? CUT_OFF : status,
              System.nanoTime() - start);
      if (!cutOff && request.getAttribute(RouteFilter.PROBLEM) instanceof ProblemType problem) {
        ProblemLog.note(id, problem, route.method(), route.template());
      }
    }
  }

  /** Whether nobody is there for the answer, or the body broke: no fault of the service. */
  private static boolean isCutOff(Request request, int status) {
    HttpRequestPacket packet = request.getRequest();
    return status >= 500 && (packet.isContentBroken() || !packet.getConnection().isOpen());
  }

  private void admit(Request request, Response response) throws Exception {
    String remote = request.getRemoteAddr();
    boolean trusted = protection.proxies().trusts(remote);
    String scheme = request.getHeader("X-Forwarded-Proto");
    boolean overTls =
        (trusted && scheme != null) ? scheme.equalsIgnoreCase("https") : protection.publicTls();
    String target = request.getRequestURI();
    String path = MATRIX_PARAMETERS.matcher(target).replaceAll("");
    SecurityHeaders.put(response::setHeader, path, overTls);
    String address = protection.proxies().clientOf(remote, request.getHeaders("X-Forwarded-For"));
    String client = TrustedProxies.counted(address);
    request.setAttribute(ClientAddress.ATTRIBUTE, client);
    if (trusted || request.getHeader("X-Forwarded-For") == null) {
      request.setAttribute(MetricsResource.CLIENT, address);
    }
    Optional<Duration> wait = waitOf(request, path, client);
    String query = Optional.ofNullable(request.getQueryString()).orElse("");
    if (wait.isPresent()) {
      long seconds = wait.get().plusSeconds(1).minusNanos(1).toSeconds();
      response.setHeader("Retry-After", String.valueOf(seconds));
      answer(request, response, ProblemType.TOO_MANY_REQUESTS);
    } else if (target.length() + query.length() > LONGEST_ADDRESS) {
      answer(request, response, ProblemType.ADDRESS_TOO_LONG);
    } else if (!isUri(target, query)
        || query.chars().filter(c -> c == '&').count() >= MOST_PARAMETERS) {
      answer(request, response, ProblemType.MALFORMED_REQUEST);
    } else if (!isPreflight(request, response)) {
      if (!HOST.matcher(request.getServerName()).matches()) {
        request.getRequest().serverName().setString("localhost");
      }
      serve(request, response);
    }
  }

  private void serve(Request request, Response response) throws Exception {
    if (!request.getRequest().isExpectContent()) {
      api.service(request, response);
    } else if (bodiesUnderWay.tryAcquire()) {
      var held = new AtomicBoolean(true);
      Runnable release =
          () -> {
            if (held.compareAndSet(true, false)) {
              bodiesUnderWay.release();
            }
          };
      request.setAttribute(BodyGuard.AT_END, release);
      try {
        api.service(request, response);
      } finally {
        release.run();
      }
    } else {
      response.setHeader("Retry-After", "1");
      answer(request, response, ProblemType.UNAVAILABLE);
    }
  }

  @Override
  public void start() {
    api.start();
  }

  @Override
  public void destroy() {
    api.destroy();
  }

  /** Expectations that nobody knows are ignored, as HTTP allows. */
  @Override
  protected boolean sendAcknowledgment(Request request, Response response) throws IOException {
    return !"100-continue".equalsIgnoreCase(request.getHeader(Header.Expect))
        || super.sendAcknowledgment(request, response);
  }

  /** Addresses first: whoever floods costs no look at the token. */
  private Optional<Duration> waitOf(Request request, String path, String client) {
    if (path.startsWith("/health/")) {
      return Optional.empty();
    }
    var who = new Who.Address(client);
    Limited what =
        path.startsWith(STAFF)
            ? Limited.STAFF_SIGN_IN
            : path.startsWith(SIGN_INS) && Method.POST.equals(request.getMethod())
                ? Limited.SIGN_IN
                : request.getHeader("Authorization") == null
                    ? Limited.REQUEST_WITHOUT_TOKEN
                    : Limited.REQUEST_WITH_TOKEN;
    return protection.limits().take(who, what, 1);
  }

  /** Answers the question of a browser whether a page of a known origin may call. */
  private boolean isPreflight(Request request, Response response) {
    String origin = request.getHeader("Origin");
    if (origin == null || !protection.corsOrigins().contains(origin)) {
      return false;
    }
    response.setHeader("Access-Control-Allow-Origin", origin);
    response.setHeader("Vary", "Origin");
    response.setHeader("Access-Control-Expose-Headers", EXPOSED);
    if (!Method.OPTIONS.equals(request.getMethod())
        || request.getHeader("Access-Control-Request-Method") == null) {
      return false;
    }
    response.setHeader("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE");
    response.setHeader(
        "Access-Control-Allow-Headers",
        "Authorization, Content-Type, Accept-Language, Idempotency-Key");
    response.setHeader("Access-Control-Max-Age", "600");
    response.setStatus(204);
    return true;
  }

  private void answer(Request request, Response response, ProblemType type) throws IOException {
    request.setAttribute(RouteFilter.PROBLEM, type);
    byte[] body = WireProblems.text(type, request.getHeader("Accept-Language")).getBytes(US_ASCII);
    response.setStatus(type.status());
    response.setContentType(WireProblems.MEDIA_TYPE);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private static boolean isUri(String path, String query) {
    try {
      return new URI(path + (query.isEmpty() ? "" : "?" + query)).getRawPath() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
