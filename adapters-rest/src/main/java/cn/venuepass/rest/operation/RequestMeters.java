package cn.venuepass.rest.operation;

import static java.util.stream.Collectors.joining;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Counts requests and the time that they take, by method, route and status. A route is named as the
 * document names it, so that no label holds what a client made up.
 */
public final class RequestMeters {
  private static final String OTHER = "other";
  private static final Set<String> METHODS =
      Set.of("GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH");
  private static final Duration[] LEVELS =
      Stream.of(5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000)
          .map(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final MeterRegistry registry;
  private final Map<Method, Route> routes = new ConcurrentHashMap<>();
  private final Map<String, Route> withoutRoute = new ConcurrentHashMap<>();

  public RequestMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  /** The route that an endpoint answers. */
  Route routeOf(Method endpoint) {
    return routes.computeIfAbsent(
        endpoint, method -> new Route(methodOf(method), templateOf(method)));
  }

  /**
   * Counts a request that was answered.
   *
   * @param route as {@link #routeOf} gave it; whatever else there is for a request that reached
   *     none
   * @return the route that it is counted under
   */
  Route answered(@Nullable Object route, String method, int status, long nanos) {
    Route known =
        route instanceof Route found
            ? found
            : withoutRoute.computeIfAbsent(
                METHODS.contains(method) ? method : OTHER, name -> new Route(name, OTHER));
    known.timer(status).record(nanos, TimeUnit.NANOSECONDS);
    return known;
  }

  private static String methodOf(Method endpoint) {
    return Arrays.stream(endpoint.getAnnotations())
        .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
        .filter(Objects::nonNull)
        .map(HttpMethod::value)
        .findFirst()
        .orElse(OTHER);
  }

  private static String templateOf(Method endpoint) {
    return Stream.<AnnotatedElement>of(endpoint.getDeclaringClass(), endpoint)
        .flatMap(place -> Optional.ofNullable(place.getAnnotation(Path.class)).stream())
        .map(Path::value)
        .collect(joining("/", "/", ""))
        .replaceAll("/+", "/")
        .replaceAll(":[^}]*}", "}");
  }

  /** The timers of one route, made when they are first needed. */
  final class Route {
    private final Map<Integer, Timer> timers = new ConcurrentHashMap<>();
    private final String method;
    private final String template;

    private Route(String method, String template) {
      this.method = method;
      this.template = template;
    }

    String method() {
      return method;
    }

    String template() {
      return template;
    }

    private Timer timer(int status) {
      return timers.computeIfAbsent(
          status,
          number ->
              Timer.builder("http.server.requests")
                  .description("requests that were answered")
                  .tags("method", method, "route", template, "status", number.toString())
                  .serviceLevelObjectives(LEVELS)
                  .register(registry));
    }
  }
}
