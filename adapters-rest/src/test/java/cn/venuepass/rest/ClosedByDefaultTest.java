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
<<<<<<< HEAD
  private static final Set<String> FOR_ALL = Set.of("venue-types", "divisions", "current");
  private static final Map<String, Set<String>> FOR_REVIEWERS =
      Map.of(
          "GET",
              Set.of(
                  "/api/v1/venues/{id}",
                  "/api/v1/venues/{id}/no-phone-parity",
                  "/api/v1/review/applications",
                  "/api/v1/data-requests"),
          "DELETE", Set.of("/api/v1/venues/{id}"),
          "POST",
              Set.of(
                  "/api/v1/venues/{id}/approval",
                  "/api/v1/venues/{id}/rejection",
                  "/api/v1/data-requests/{id}/decision"));
  private static final Set<String> NOT_FOR_RESIDENTS =
      Set.of(
          "/api/v1/review/applications",
          "/api/v1/retention/reports",
          "/api/v1/venues/{id}/approval",
          "/api/v1/venues/{id}/rejection",
          "/api/v1/notifications/dead-letters",
          "/api/v1/notifications/dead-letters/{id}/retry",
          "/api/v1/data-requests",
          "/api/v1/data-requests/{id}/decision",
          "/api/v1/audit-events",
          "/api/v1/audit-events/verification");

=======
>>>>>>> matrix
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
<<<<<<< HEAD
  void aResidentShouldNotPassAsStaff() {
    ApiClient resident = server.client().resident(somebody());
    for (Operation operation : closed) {
      boolean forbidden = NOT_FOR_RESIDENTS.contains(operation.path());
      assertThat(call(resident, operation).status() == 403)
          .as("%s", operation)
          .isEqualTo(forbidden);
    }
  }

  @Test
  void aReviewerShouldPassWhereReviewersWork() {
    for (Operation operation : closed) {
      ApiClient reviewer = server.client().staff("reviewer", TestApplication.PASSWORD);
      boolean allowed =
          isForAll(operation)
              || FOR_REVIEWERS
                  .getOrDefault(operation.method(), Set.of())
                  .contains(operation.path());
      assertThat(call(reviewer, operation).status() != 403).as("%s", operation).isEqualTo(allowed);
    }
  }

  @Test
  void aSupervisorShouldPassWhereSupervisorsWork() {
    for (Operation operation : closed) {
      ApiClient supervisor = server.client().staff("supervisor", TestApplication.PASSWORD);
      assertThat(call(supervisor, operation).status() != 403)
          .as("%s", operation)
          .isEqualTo(isForAll(operation) || operation.path().endsWith("/no-phone-parity"));
    }
  }

  @Test
  void otherStaffShouldNotPassYet() {
    for (String role : List.of("tracer", "controller")) {
      for (Operation operation : closed) {
        ApiClient staff = server.client().staff(role, TestApplication.PASSWORD);
        assertThat(call(staff, operation).status() != 403)
            .as("%s %s", role, operation)
            .isEqualTo(
                isForAll(operation)
                    || isForAdmins(role, operation)
                    || isForKeepers(role, operation));
      }
    }
  }

  @Test
  void anAdministratorAndAnAuditorShouldPassWhereTheyWork() {
    for (Operation operation : closed) {
      ApiClient admin = server.client().staff("admin", TestApplication.PASSWORD);
      assertThat(call(admin, operation).status() != 403)
          .as("%s", operation)
          .isEqualTo(isForAll(operation) || operation.path().startsWith("/api/v1/data-requests"));
      ApiClient auditor = server.client().staff("auditor", TestApplication.PASSWORD);
      assertThat(call(auditor, operation).status() != 403)
          .as("%s", operation)
          .isEqualTo(isForAll(operation) || operation.path().startsWith("/api/v1/audit-events"));
    }
  }

  @Test
=======
>>>>>>> matrix
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

<<<<<<< HEAD
  private static boolean isForAdmins(String role, Operation operation) {
    return role.equals("admin") && operation.path().contains("/notifications/dead-letters");
  }

  private static boolean isForAll(Operation operation) {
    return FOR_ALL.contains(operation.path().replaceFirst(".*/", ""));
  }

  private static boolean isForKeepers(String role, Operation operation) {
    return Set.of("admin", "auditor").contains(role)
        && operation.path().equals("/api/v1/retention/reports");
  }

=======
>>>>>>> matrix
  private static Answer call(ApiClient client, Operation operation) {
    String path = operation.path().replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
    boolean body = Set.of("POST", "PUT").contains(operation.method());
    boolean csv = path.endsWith("/import");
    return (csv ? client.with("Content-Type", "text/csv") : client)
        .send(
            operation.method(),
            path,
            body ? BodyPublishers.ofString("{}") : BodyPublishers.noBody());
  }
}
