package cn.venuepass.rest;

import static cn.venuepass.testkit.http.People.COMMUNITY;
import static cn.venuepass.testkit.http.People.OTHER_COMMUNITY;
import static cn.venuepass.testkit.http.People.hotel;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.lookup.RateLimits;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.testkit.SampleIdNumbers;
import cn.venuepass.testkit.TestApplication;
import cn.venuepass.testkit.contract.Journey;
import cn.venuepass.testkit.http.Answer;
import cn.venuepass.testkit.http.ApiClient;
import cn.venuepass.testkit.memory.CountingRateLimits;
import cn.venuepass.testkit.memory.InMemoryStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How control orders and appeals look over HTTP. */
class ControlRoutesTest extends JourneyInMemory {
  private static final String ORDERS = "/control-orders";

  @Test
  void aProposalShouldNameEveryFieldThatIsWrong() {
    Answer nothing = controller().post(ORDERS, Map.of()).expectProblem(422, "INVALID_VALUE");
    assertThat(nothing.text()).contains("target", "rule", "reason", "expiresAt");
    for (Map<String, String> target :
        List.of(
            Map.of("type", "PERSON"),
            Map.of("type", "VENUE", "idNumber", SampleIdNumbers.next().text()),
            Map.of("type", "PERSON", "idNumber", "x", "venueId", "x"),
            Map.of("type", "PERSON", "idNumber", "123"),
            Map.of("type", "CITY", "venueId", UUID.randomUUID().toString()),
            Map.of("venueId", UUID.randomUUID().toString()))) {
      Answer problem = controller().post(ORDERS, order(target)).expectProblem(422, "INVALID_VALUE");
      assertThat(problem.field("errors.0.field")).isEqualTo("target");
    }
    Map<String, Object> wrongRule = order(person());
    wrongRule.put("rule", "CASE_AT_VENUE");
    assertThat(
            controller()
                .post(ORDERS, wrongRule)
                .expectProblem(422, "INVALID_VALUE")
                .field("errors.0.field"))
        .isEqualTo("rule");
    Map<String, Object> endless = order(person());
    endless.put("expiresAt", "9000-01-01T00:00:00Z");
    assertThat(
            controller()
                .post(ORDERS, endless)
                .expectProblem(422, "INVALID_VALUE")
                .field("errors.0.field"))
        .isEqualTo("expiresAt");
  }

  @Test
  void theSameKeyShouldProposeOnce() {
    ApiClient keyed = controller().with("Idempotency-Key", UUID.randomUUID().toString());
    Map<String, Object> order = order(person());
    String id = keyed.post(ORDERS, order).expect(201).field("id");
    assertThat(keyed.post(ORDERS, order).expect(201).field("id")).isEqualTo(id);
  }

  @Test
  void whoIsForeignShouldSeeAndDoNothing() {
    String order = controller().post(ORDERS, order(person())).expect(201).field("id");
    String name = "foreign-" + UUID.randomUUID();
    application()
        .addStaff(name, Role.CONTROLLER, new DivisionCode(OTHER_COMMUNITY.substring(0, 9) + "000"));
    ApiClient foreign = api().staff(name, TestApplication.PASSWORD);
    String path = ORDERS + "/" + order;
    foreign.get(path).expectProblem(404, "NOT_FOUND");
    foreign.get(path + "/people-inside").expectProblem(404, "NOT_FOUND");
    foreign.post(path + "/approval", Map.of()).expectProblem(404, "NOT_FOUND");
    foreign.post(path + "/withdrawal", Map.of()).expectProblem(404, "NOT_FOUND");
    for (String step : List.of("/rejection", "/lift")) {
      foreign.post(path + step, Map.of("reason", "样本")).expectProblem(404, "NOT_FOUND");
    }
    assertThat(foreign.get(ORDERS).expect(200).text()).doesNotContain(order);
    Hotel hotel = openHotel(hotel(COMMUNITY));
    foreign
        .post(ORDERS, order(Map.of("type", "VENUE", "venueId", Journey.last(hotel.path()))))
        .expectProblem(404, "NOT_FOUND");
  }

  @Test
  void aListShouldBeNarrowedAndMasked() {
    String id = controller().post(ORDERS, order(person())).expect(201).field("id");
    assertThat(second().get(ORDERS + "?state=PROPOSED&target=PERSON").expect(200).text())
        .contains(id);
    assertThat(second().get(ORDERS + "?target=VENUE").expect(200).text()).doesNotContain(id);
    assertThat(second().get(ORDERS + "?state=ACTIVE").expect(200).text()).doesNotContain(id);
    second().get(ORDERS + "?state=GONE").expectProblem(422, "INVALID_VALUE");
    second().post(ORDERS + "/" + id + "/rejection", Map.of("reason", "证据不足")).expect(200);
    Answer declined = controller().get(ORDERS + "/" + id).expect(200);
    assertThat(declined.field("state")).isEqualTo("DECLINED");
    assertThat(declined.field("endReason")).isEqualTo("证据不足");
    assertThat(declined.field("history.1.step")).isEqualTo("DECLINED");
    assertThat(declined.field("history.1.username")).isEqualTo("controller2");
  }

  @Test
  void aListShouldBeSortedAndTellWhereAnAppealWaitsForTooLong() {
    Map<String, Object> soon = order(person());
    soon.put("expiresAt", now().plus(Duration.ofHours(47)).toString());
    String sooner = controller().post(ORDERS, soon).expect(201).field("id");
    second().post(ORDERS + "/" + sooner + "/approval", Map.of()).expect(200);
    aMomentLater();
    Hotel hotel = openHotel(hotel(COMMUNITY));
    String longer = active(Map.of("type", "VENUE", "venueId", Journey.last(hotel.path())));
    assertThat(inPages("")).containsSubsequence(longer, sooner);
    assertThat(inPages("&sort=EXPIRES_AT")).containsSubsequence(sooner, longer);
    second().get(ORDERS + "?sort=REASON").expectProblem(422, "INVALID_VALUE");

    hotel
        .keeper()
        .post("/me/control-orders/" + longer + "/appeals", Map.of("text", "样本"))
        .expect(201);
    String late = ORDERS + "?sort=LAPSES_AT&target=VENUE";
    assertThat(second().get(late).expect(200).field("items.0.overdueAppeal")).isEqualTo("false");
    application().clock().advance(Duration.ofHours(25));
    Answer overdue = second().get(late).expect(200);
    assertThat(overdue.field("items.0.id")).isEqualTo(longer);
    assertThat(overdue.field("items.0.overdueAppeal")).isEqualTo("true");
    assertThat(second().get(ORDERS + "/" + longer).expect(200).field("overdueAppeal"))
        .isEqualTo("true");
    assertThat(second().get(ORDERS + "?target=PERSON").expect(200).field("items.0.overdueAppeal"))
        .isEqualTo("false");
  }

  @Test
  void nothingShouldGetOutOfALock() {
    Hotel mall = openHotel(hotel(COMMUNITY));
    String id = Journey.last(mall.path());
    Map<String, Object> part = new HashMap<>(hotel(COMMUNITY));
    part.put("parentVenueId", id);
    ApiClient keeper = mall.keeper();
    String shop = keeper.post("/venues", part).expect(201).field("id");
    ApiClient reviewer = api().staff("reviewer", TestApplication.PASSWORD);
    reviewer.post("/venues/" + shop + "/approval", Map.of()).expect(200);
    String order = active(Map.of("type", "VENUE", "venueId", id));
    keeper.delete(mall.path() + "/children/" + shop).expectProblem(409, "VENUE_LOCKED");
    reviewer.delete("/venues/" + shop).expectProblem(409, "VENUE_LOCKED");
    reviewer.delete(mall.path()).expectProblem(409, "VENUE_LOCKED");
    Map<String, Object> late = new HashMap<>(part);
    late.put("name", "样本分店");
    ApiClient tenant = guest();
    String pending = tenant.post("/venues", late).expect(201).field("id");
    keeper.delete(mall.path() + "/children/" + pending).expect(204);
    second().post(ORDERS + "/" + order + "/lift", Map.of("reason", "消毒完成")).expect(200);
    keeper.delete(mall.path() + "/children/" + shop).expect(204);
    reviewer.delete("/venues/" + shop).expect(204);
  }

  @Test
  void anOrderThatIsOverShouldSayNoMoreThatItHolds() {
    Hotel hotel = openHotel(hotel(COMMUNITY));
    String order = active(Map.of("type", "VENUE", "venueId", Journey.last(hotel.path())));
    ApiClient keeper = hotel.keeper();
    String before = keeper.get("/me/control-orders").expect(200).field("items.0.message");
    keeper.post("/me/control-orders/" + order + "/appeals", Map.of("text", "样本")).expect(201);
    second().post(ORDERS + "/" + order + "/lift", Map.of("reason", "内部说明")).expect(200);
    Answer after = keeper.get("/me/control-orders").expect(200);
    assertThat(after.field("items.0.state")).isEqualTo("LIFTED");
    assertThat(after.field("items.0.message")).isNotEqualTo(before).contains("已结束");
    assertThat(after.field("items.0.appeal.status")).isEqualTo("LIFTED");
    assertThat(after.text()).doesNotContain("内部说明");
    assertThat(second().get("/appeals?status=LIFTED").expect(200).text()).contains(order);
  }

  @Test
  void aGuardianShouldSeeAndAppealForTheFamily() {
    ApiClient guardian = guest();
    var idNumber = SampleIdNumbers.next();
    String link =
        guardian
            .post(
                "/me/family",
                Map.of("name", "买买提样本", "idNumber", idNumber.text(), "relation", "父亲"))
            .expect(201)
            .field("id");
    String order = active(Map.of("type", "PERSON", "idNumber", idNumber.text()));
    Answer mine = guardian.get("/me/control-orders").expect(200);
    assertThat(mine.field("items.0.id")).isEqualTo(order);
    assertThat(mine.field("items.0.forFamily")).isEqualTo(link);
    guardian.post("/me/control-orders/" + order + "/appeals", Map.of("text", "两次阴性")).expect(201);
    guest()
        .post("/me/control-orders/" + order + "/appeals", Map.of("text", "两次阴性"))
        .expectProblem(404, "NOT_FOUND");
  }

  @Test
  void staffShouldTypeOnlySoManyIdNumbers() {
    var typed = new CountingRateLimits(2);
    RateLimits limits =
        (who, what, count) ->
            what == RateLimits.Limited.ID_NUMBER_TYPED
                ? typed.take(who, what, count)
                : Optional.empty();
    var application = new TestApplication(InMemoryStore.create(), Duration.ZERO, limits);
    try (RunningApi server = RunningApi.over(application)) {
      ApiClient controller = server.client().staff("controller", TestApplication.PASSWORD);
      ApiClient keyed = controller.with("Idempotency-Key", "key");
      Map<String, Object> first = order(person());
      keyed.post(ORDERS, first).expect(201);
      keyed.post(ORDERS, first).expect(201);
      controller.post(ORDERS, order(person())).expect(201);
      Answer refused = controller.post(ORDERS, order(person()));
      assertThat(refused.expectProblem(429, "TOO_MANY_REQUESTS").header("retry-after"))
          .isEqualTo("42");
      ApiClient tracer = server.client().staff("tracer", TestApplication.PASSWORD);
      for (int status : List.of(201, 201, 429)) {
        Answer opened = tracer.post("/cases", AccessWorld.aCase(SampleIdNumbers.next()));
        assertThat(opened.expect(status).status()).isEqualTo(status);
      }
      assertThat(tracer.get("/cases").expect(200).json().at("/items")).hasSize(2);
    }
  }

  private String active(Map<String, String> target) {
    String id = controller().post(ORDERS, order(target)).expect(201).field("id");
    second().post(ORDERS + "/" + id + "/approval", Map.of()).expect(200);
    return id;
  }

  /** The ids of all that are active, asked for one after another. */
  private List<String> inPages(String sort) {
    List<String> ids = new ArrayList<>();
    String active = ORDERS + "?state=ACTIVE&limit=1" + sort;
    Answer page = second().get(active).expect(200);
    ids.add(page.field("items.0.id"));
    while (!page.json().at("/next").isNull()) {
      page = second().get(active + "&cursor=" + page.field("next")).expect(200);
      ids.add(page.field("items.0.id"));
    }
    return ids;
  }

  private static Map<String, String> person() {
    return Map.of("type", "PERSON", "idNumber", SampleIdNumbers.next().text());
  }

  private Map<String, Object> order(Map<String, String> target) {
    Instant end = now().plus(Duration.ofDays(2));
    Map<String, Object> order = new HashMap<>();
    order.put("target", target);
    order.put("rule", target.containsValue("VENUE") ? "CASE_AT_VENUE" : "CLOSE_CONTACT");
    order.put("reason", "样本");
    order.put("expiresAt", end.toString());
    return order;
  }

  private ApiClient controller() {
    return api().staff("controller", TestApplication.PASSWORD);
  }

  private ApiClient second() {
    return api().staff("controller2", TestApplication.PASSWORD);
  }
}
