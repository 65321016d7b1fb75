package cn.venuepass.rest;

import static cn.venuepass.testkit.http.People.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.rest.OpenApiDocument.Operation;
import cn.venuepass.testkit.http.Answer;
import cn.venuepass.testkit.http.ApiClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every endpoint of the document, for whoever has no good token; for others see access-matrix.csv.
 */
class ClosedByDefaultTest {
  private static RunningApi server;
  private static List<Operation> closed;

  @BeforeAll
  static void start() {
    server = RunningApi.start();
    closed =
        OpenApiDocument.load().operations().stream()
            .filter(operation -> !operation.open())
            .toList();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void nobodyShouldPassWithoutAGoodToken() {
    assertThat(closed).hasSizeGreaterThan(20);
    for (Operation operation : closed) {
      call(server.client(), operation).expectProblem(401, "UNAUTHENTICATED");
      call(server.client().bearing("garbage"), operation).expectProblem(401, "UNAUTHENTICATED");
      Answer answer =
          call(server.client().with("Authorization", "Basic YTpi"), operation)
              .expectProblem(401, "UNAUTHENTICATED");
      assertThat(answer.header("www-authenticate")).isEqualTo("Bearer");
    }
  }

  @Test
  void aTokenShouldNotOutliveItsFifteenMinutes() {
    try (RunningApi own = RunningApi.start()) {
      ApiClient resident = own.client().resident(somebody());
      own.application().clock().advance(Duration.ofMinutes(15));
      resident.get("/me").expectProblem(401, "UNAUTHENTICATED");
    }
  }

  @Test
  void answersShouldNotBeKeptGuessedOrFramed() {
    Answer answer = server.client().resident(somebody()).get("/me").expect(200);
    assertThat(answer.header("cache-control")).isEqualTo("no-store");
    assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
    assertThat(answer.header("content-security-policy"))
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe");
  }

  private static Answer call(ApiClient client, Operation operation) {
    String path = operation.path().replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
    boolean body = Set.of("POST", "PUT").contains(operation.method());
    String type =
        path.endsWith("/import")
            ? "text/csv"
            : path.endsWith("/photos") ? "image/jpeg" : "application/json";
    return client
        .with("Content-Type", type)
        .send(
            operation.method(),
            path,
            body ? BodyPublishers.ofString("{}") : BodyPublishers.noBody());
  }
}
