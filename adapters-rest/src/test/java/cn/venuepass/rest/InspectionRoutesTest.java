package cn.venuepass.rest;

import static cn.venuepass.testkit.http.People.COMMUNITY;
import static cn.venuepass.testkit.http.People.OTHER_COMMUNITY;
import static cn.venuepass.testkit.http.People.hotel;
import static cn.venuepass.testkit.http.People.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.testkit.TestApplication;
import cn.venuepass.testkit.http.Answer;
import cn.venuepass.testkit.http.ApiClient;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InspectionRoutesTest {
  private RunningApi server;
  private ApiClient supervisor;
  private ApiClient keeper;
  private String venue;

  @BeforeEach
  void start() {
    server = RunningApi.start();
    supervisor = server.client().staff("supervisor", TestApplication.PASSWORD);
    keeper = server.client().resident(somebody());
    venue = keeper.post("/venues", hotel(COMMUNITY)).expect(201).field("id");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aRectificationShouldGoItsWayFromOrderToVerification() {
    Answer made = supervisor.post("/inspections", rectification()).expect(201);
    String path = "/inspections/" + made.field("id");
    assertThat(made.field("state")).isEqualTo("OPEN");
    assertThat(made.field("inspectedBy")).isEqualTo(RunningApi.HEADQUARTERS.text());
    assertThat(made.json().at("/photos")).isEmpty();
    keeper.post(path + "/completion", Map.of("note", "已张贴")).expect(200);
    Answer again =
        supervisor
            .post(path + "/verification", Map.of("accepted", false, "note", "看不清"))
            .expect(200);
    assertThat(again.field("state")).isEqualTo("REOPENED");
    keeper.post(path + "/completion", Map.of()).expect(200);
    supervisor.post(path + "/verification", Map.of("accepted", true)).expect(200);
    Answer seen = keeper.get(path).expect(200);
    assertThat(seen.field("state")).isEqualTo("VERIFIED");
    assertThat(seen.json().at("/steps")).hasSize(5);
    assertThat(seen.field("steps.1.by")).isEqualTo("VENUE");
    assertThat(seen.field("steps.2.note")).isEqualTo("看不清");
    assertThat(seen.text()).doesNotContain("supervisor\"");
    supervisor
        .post(path + "/verification", Map.of("accepted", true))
        .expectProblem(409, "INSPECTION_NOT_DONE");
    keeper.post(path + "/completion", Map.of()).expectProblem(409, "INSPECTION_NOT_OPEN");
    Answer list = keeper.get("/venues/" + venue + "/inspections").expect(200);
    assertThat(list.json().at("/items/0/photos").isMissingNode()).isTrue();
    assertThat(list.field("items.0.id")).isEqualTo(made.field("id"));
  }

  @Test
  void whatIsWrongWithAnInspectionShouldBeNamed() {
    Map<String, Object> fine = rectification();
    invalid(with(fine, "dueAt", null), "dueAt");
    invalid(with(fine, "dueAt", now().toString()), "dueAt");
    invalid(with(fine, "dueAt", now().plus(Duration.ofDays(91)).toString()), "dueAt");
    invalid(with(fine, "measure", "CRITICISM"), "dueAt");
    invalid(with(fine, "measure", "ARREST"), "measure");
    invalid(with(fine, "findings", List.of()), "findings");
    invalid(with(fine, "findings", List.of(found("OK"), found("OK"))), "findings");
    invalid(with(fine, "findings", List.of(found("OK"))), "findings");
    invalid(with(fine, "findings", List.of(found("MAYBE"))), "findings");
    invalid(with(fine, "placeId", UUID.randomUUID().toString()), "venueId");
    invalid(with(fine, "venueId", "x"), "venueId");
    supervisor
        .post("/inspections", with(fine, "venueId", UUID.randomUUID().toString()))
        .expectProblem(404, "NOT_FOUND");
    assertThat(supervisor.get("/inspections").expect(200).json().at("/items")).isEmpty();
  }

  @Test
  void oneKeyShouldMakeOneInspection() {
    ApiClient twice = supervisor.with("Idempotency-Key", "k1");
    String id = twice.post("/inspections", rectification()).expect(201).field("id");
    assertThat(twice.post("/inspections", rectification()).expect(201).field("id")).isEqualTo(id);
    assertThat(supervisor.get("/inspections").json().at("/items")).hasSize(1);
  }

  @Test
  void listsShouldShowWhatIsAskedFor() {
    String id = supervisor.post("/inspections", rectification()).expect(201).field("id");
    server.application().clock().advance(Duration.ofDays(8));
    supervisor = server.client().staff("supervisor", TestApplication.PASSWORD);
    for (String query :
        List.of(
            "",
            "?state=OVERDUE",
            "?state=OPEN",
            "?type=HOTEL",
            "?state=UNSETTLED",
            "?measure=RECTIFICATION&notOk=CODE_POSTED",
            "?from=2026-01-01T00:00:00Z&to=2027-01-01T00:00:00Z",
            "?venue=" + venue,
            "?division=" + COMMUNITY)) {
      Answer list = supervisor.get("/inspections" + query).expect(200);
      assertThat(list.field("items.0.id")).as(query).isEqualTo(id);
      assertThat(list.field("items.0.overdue")).isEqualTo("true");
    }
    for (String query :
        List.of(
            "?state=DONE",
            "?state=VERIFIED_IN_TIME",
            "?state=VERIFIED_LATE",
            "?measure=NONE",
            "?notOk=NO_PHONE_PATH",
            "?from=2027-01-01T00:00:00Z",
            "?to=2026-01-01T00:00:00Z",
            "?type=SCHOOL",
            "?division=" + OTHER_COMMUNITY)) {
      assertThat(supervisor.get("/inspections" + query).expect(200).json().at("/items"))
          .as(query)
          .isEmpty();
    }
    supervisor.get("/inspections?state=LOST").expectProblem(422, "INVALID_VALUE");
    for (String odd : List.of("venue=x", "from=x", "to=x", "measure=x", "notOk=x")) {
      supervisor.get("/inspections?" + odd).expectProblem(422, "INVALID_VALUE");
    }
  }

  @Test
  void statisticsShouldCountByDivisionAndType() {
    supervisor.post("/inspections", rectification()).expect(201);
    Answer figures = supervisor.get("/inspections/statistics").expect(200);
    assertThat(figures.field("total.measures.RECTIFICATION")).isEqualTo("1");
    assertThat(figures.field("total.notOk.CODE_POSTED")).isEqualTo("1");
    assertThat(figures.json().at("/children")).hasSize(2);
    assertThat(figures.field("types.0.type")).isEqualTo("HOTEL");
    supervisor.get("/inspections/statistics?division=999999999999").expectProblem(404, "NOT_FOUND");
    supervisor
        .get("/inspections/statistics?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z")
        .expectProblem(422, "INVALID_VALUE");
  }

  @Test
  void aPlanShouldBeDrawnOrChosenAndTickedByInspections() {
    server
        .client()
        .staff("reviewer", TestApplication.PASSWORD)
        .post("/venues/" + venue + "/approval", Map.of())
        .expect(200);
    String due = now().plus(Duration.ofDays(7)).toString();
    Answer drawn =
        supervisor
            .post(
                "/inspection-plans",
                Map.of("name", "双随机", "dueAt", due, "count", 5, "notInspectedForDays", 30))
            .expect(201);
    assertThat(drawn.field("draw.candidates")).isEqualTo("1");
    assertThat(drawn.field("items.0.venueId")).isEqualTo(venue);
    String inspection = supervisor.post("/inspections", rectification()).field("id");
    Answer ticked = supervisor.get("/inspection-plans/" + drawn.field("id")).expect(200);
    assertThat(ticked.field("items.0.inspectionId")).isEqualTo(inspection);
    assertThat(ticked.field("done")).isEqualTo("1");
    supervisor
        .post(
            "/inspection-plans",
            Map.of("name", "双随机", "dueAt", due, "count", 5, "notInspectedForDays", 30))
        .expectProblem(409, "NOTHING_TO_INSPECT");
    Map<String, Object> both =
        Map.of(
            "name", "样本", "dueAt", due, "count", 5, "targets", List.of(Map.of("venueId", venue)));
    supervisor.post("/inspection-plans", both).expectProblem(422, "INVALID_VALUE");
    supervisor
        .post("/inspection-plans", Map.of("name", "样本", "dueAt", due, "count", 501))
        .expectProblem(422, "INVALID_VALUE");
    assertThat(supervisor.get("/inspection-plans").expect(200).json().at("/items")).hasSize(1);
  }

  private void invalid(Map<String, Object> body, String field) {
    Answer answer = supervisor.post("/inspections", body).expectProblem(422, "INVALID_VALUE");
    assertThat(answer.field("errors.0.field")).isEqualTo(field);
  }

  private Map<String, Object> rectification() {
    return with(
        with(
            Map.of("venueId", venue, "findings", List.of(found("NOT_OK"))),
            "measure",
            "RECTIFICATION"),
        "dueAt",
        now().plus(Duration.ofDays(7)).toString());
  }

  private static Map<String, Object> found(String result) {
    return Map.of("item", "CODE_POSTED", "result", result);
  }

  private Instant now() {
    return server.application().clock().instant();
  }

  private static Map<String, Object> with(
      Map<String, ?> body, String field, @Nullable Object value) {
    Map<String, Object> changed = new HashMap<>(body);
    changed.put(field, value);
    return changed;
  }
}
