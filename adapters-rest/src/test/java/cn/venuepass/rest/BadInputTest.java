package cn.venuepass.rest;

import static cn.venuepass.testkit.http.People.COMMUNITY;
import static cn.venuepass.testkit.http.People.hotel;
import static cn.venuepass.testkit.http.People.somebody;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.testkit.http.Answer;
import cn.venuepass.testkit.http.ApiClient;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input gets a problem, and changes nothing. */
class BadInputTest {
  private static RunningApi server;
  private static ApiClient resident;

  @BeforeAll
  static void start() {
    server = RunningApi.start();
    resident = server.client().resident(somebody());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "{",
        "[]",
        "\"text\"",
        "{} {}",
        "{\"code\": \"demo:a\", \"code\": \"demo:b\"}",
        "{\"code\": 7}",
        "{\"code\": true}",
        "{\"code\": [\"demo:a\"]}",
        "{\"code\": \"demo:a\", \"more\": 1}",
        "{\"code\": {\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":"
            + "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{}}}}}}}}}}}}}}}}}}}"
      })
  void jsonOfAnotherShapeShouldBeMalformed(String body) {
    post("/sessions/wechat", body).expectProblem(400, "MALFORMED_REQUEST");
  }

  @Test
  void bytesThatAreNoUtf8ShouldBeMalformed() {
    server
        .client()
        .send(
            "POST",
            "/api/v1/sessions/wechat",
            BodyPublishers.ofByteArray("{\"code\": \"demo:\u00ff\u00fe\"}".getBytes(ISO_8859_1)))
        .expectProblem(400, "MALFORMED_REQUEST");
  }

  @Test
  void aMissingFieldShouldBeNamed() {
    Answer problem = post("/sessions/wechat", "{}").expectProblem(422, "INVALID_VALUE");
    assertThat(problem.field("errors.0.field")).isEqualTo("code");
    assertThat(problem.field("errors.0.message")).isEqualTo("必填");
  }

  @Test
  void allInvalidFieldsShouldBeNamedAtOnce() {
    Answer problem =
        resident.with("Accept-Language", "en-GB, zh;q=0.5").post("/venues", Map.of()).expect(422);
    assertThat(problem.json().findValuesAsText("field"))
        .containsExactly("name", "type", "contactName", "contactPhone", "communityCode", "address");
    assertThat(problem.field("errors.0.message")).isEqualTo("is required");
    assertThat(resident.get("/me/venues").json().at("/items")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "name, ' '",
    "name, '塔\u0000里'",
    "name, '塔\u202e里'",
    "name, '塔\ud800里'",
    "type, NO_SUCH_TYPE",
    "type, hotel",
    "contactName, 7",
    "contactPhone, 12",
    "contactPhone, '+86 139'",
    "communityCode, 659002001000",
    "communityCode, 999999999999",
    "communityCode, 1",
    "parentVenueId, x",
    "parentVenueId, 01a205ee-062d-723e-902e-25740ad01084",
    "socialCreditCode, 91650000XXXXXXXXX1",
  })
  void aWrongValueShouldNameItsFieldAndStoreNothing(String field, String value) {
    var application = new HashMap<>(hotel(COMMUNITY));
    application.put(field, value);
    Answer problem = resident.post("/venues", application).expectProblem(422, "INVALID_VALUE");
    assertThat(problem.field("errors.0.field")).isEqualTo(field);
    assertThat(resident.get("/me/venues").json().at("/items")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 1_000_001})
  void aCapacityShouldBeOneOrMore(int capacity) {
    var application = new HashMap<>(hotel(COMMUNITY));
    application.put("capacity", capacity);
    Answer problem = resident.post("/venues", application).expectProblem(422, "INVALID_VALUE");
    assertThat(problem.field("errors.0.field")).isEqualTo("capacity");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "99999999999999999999", "\"4\"", "\"\"", "\"  \"", "true"})
  void aCapacityShouldBeAWholeNumber(String capacity) {
    send(resident, "{\"capacity\": " + capacity + "}").expectProblem(400, "MALFORMED_REQUEST");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"limit=0", "limit=201", "limit=x", "cursor=x", "cursor=AAAA", "cursor=%F0%90"})
  void aPageShouldBeAskedForProperly(String query) {
    resident.get("/me/venues?" + query).expectProblem(422, "INVALID_VALUE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from=yesterday",
        "to=2026-13-01T00:00:00Z",
        "from=%2B999999999-01-01T00:00:00Z",
        "cursor=KzEwMDAwMDAwMDAtMTItMzFUMjM6NTk6NTkuOTk5OTk5OTk5Wi8wMWEyMDVlZS0wNjJkLTcyM2UtOTAyZS0yNTc0MGFkMDEwODQ"
      })
  void aWindowShouldBeMadeOfTimes(String query) {
    resident.get("/me/visits?" + query).expectProblem(422, "INVALID_VALUE");
  }

  @Test
  void aKeyShouldBePrintable() {
    resident
        .with("Idempotency-Key", "x".repeat(129))
        .post("/venues", hotel(COMMUNITY))
        .expectProblem(422, "INVALID_VALUE");
  }

  @Test
  void aBodyShouldStayBelowItsLimit() {
    String large = "{\"code\":" + " ".repeat(256 * 1024) + "\"demo:a\"}";
    post("/sessions/wechat", large).expectProblem(413, "TOO_LARGE");
    byte[] bytes = large.getBytes(ISO_8859_1);
    server
        .client()
        .with("Content-Type", "application/json")
        .send(
            "POST",
            "/api/v1/sessions/wechat",
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)))
        .expectProblem(413, "TOO_LARGE");
  }

  @Test
  void aTextShouldStayBelowItsLimit() {
    post("/sessions/wechat", "{\"code\": \"" + "x".repeat(20_001) + "\"}")
        .expectProblem(400, "MALFORMED_REQUEST");
  }

  @Test
  void anotherContentTypeShouldBeRefused() {
    server
        .client()
        .with("Content-Type", "text/plain")
        .send("POST", "/api/v1/sessions/wechat", BodyPublishers.ofString("demo:a"))
        .expectProblem(415, "UNSUPPORTED_MEDIA_TYPE");
  }

  @Test
  void anotherMethodOrFormatShouldBeRefused() {
    ApiClient client = server.uncheckedClient();
    client
        .send("PATCH", "/api/v1/sessions/wechat", BodyPublishers.ofString("{}"))
        .expectProblem(405, "METHOD_NOT_ALLOWED");
    resident.with("Accept", "application/xml").get("/me").expectProblem(406, "NOT_ACCEPTABLE");
    client.get("/no/such/thing").expectProblem(404, "NOT_FOUND");
  }

  @Test
  void aFieldThatOnlyTheClientKnowsShouldNotBeEchoed() {
    Answer problem = post("/sessions/wechat", "{\"ZhangSan\": 1}").expect(400);
    assertThat(problem.text()).doesNotContain("ZhangSan");
  }

  @ParameterizedTest
  @CsvSource({
    "Accept-Language, -, 401",
    "Content-Type, garbage, 400",
    "Content-Type, ;, 400",
    "Accept, a/b/c, 400",
    "Accept, application/json;q=abc, 400"
  })
  void aHeaderThatCannotBeReadShouldBeAProblem(String header, String value, int status) {
    Answer problem =
        server
            .uncheckedClient()
            .with(header, value)
            .send("PUT", "/api/v1/me/identity", BodyPublishers.ofString("{}"))
            .expect(status);
    assertThat(problem.header("content-type")).isEqualTo("application/problem+json");
  }

  @Test
  void aUsernameShouldBePrintable() {
    server
        .client()
        .post("/sessions/staff", Map.of("username", "a\u0000b", "password", "x"))
        .expectProblem(422, "INVALID_VALUE");
  }

  @Test
  void anIdThatIsNoneShouldBeUnknown() {
    resident.get("/venues/x").expectProblem(404, "NOT_FOUND");
  }

  private static Answer post(String path, String json) {
    return server.client().send("POST", "/api/v1" + path, BodyPublishers.ofString(json));
  }

  private static Answer send(ApiClient client, String json) {
    return client
        .with("Content-Type", "application/json")
        .send("POST", "/api/v1/venues", BodyPublishers.ofString(json));
  }
}
