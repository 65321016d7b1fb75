package cn.venuepass.rest;

import static cn.venuepass.testkit.http.People.COMMUNITY;
import static cn.venuepass.testkit.http.People.OTHER_COMMUNITY;
import static cn.venuepass.testkit.http.People.hotel;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.testkit.SampleIdNumbers;
import cn.venuepass.testkit.TestApplication;
import cn.venuepass.testkit.contract.Journey;
import cn.venuepass.testkit.http.Answer;
import cn.venuepass.testkit.http.ApiClient;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
