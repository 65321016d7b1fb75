package cn.venuepass.testkit.contract;

import static cn.venuepass.testkit.http.People.hotelTrackingExits;
import static cn.venuepass.testkit.http.People.identity;
import static cn.venuepass.testkit.http.People.scan;
import static cn.venuepass.testkit.http.People.somebody;
import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.person.ResidentIdNumber;
import cn.venuepass.testkit.http.Answer;
import cn.venuepass.testkit.http.ApiClient;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two controllers keep a person or everybody out, and let them in again. */
public interface ControlJourneysContract extends Journey {

  @Test
  default void aLockedVenueShouldLetNobodyPassFromTheNextScanOnUntilItIsLifted() {
    Hotel hotel = openHotel(hotelTrackingExits());
    ApiClient inside = guest();
    inside.post("/scans", scan(hotel.in())).expect(200);
    String venue = Journey.last(hotel.path());
    String order =
        controller()
            .post("/control-orders", order(Map.of("type", "VENUE", "venueId", venue)))
            .expect(201)
            .field("id");
    String path = "/control-orders/" + order;
    assertThat(controller().get(path).expect(200).field("state")).isEqualTo("PROPOSED");
    controller().post(path + "/approval", Map.of()).expectProblem(409, "OWN_CONTROL_ORDER");
    assertThat(guest().post("/scans", scan(hotel.in())).expect(200).field("outcome"))
        .isEqualTo("ENTERED");

    aMomentLater();
    Answer seen = second().get(path).expect(200);
    assertThat(seen.field("reason")).isEqualTo("样本理由");
    assertThat(seen.field("evidence")).isEqualTo("样本证据");
    assertThat(seen.field("history.0.username")).isEqualTo("controller");
    assertThat(second().post(path + "/approval", Map.of()).expect(200).field("state"))
        .isEqualTo("ACTIVE");
    second().post(path + "/approval", Map.of()).expectProblem(409, "CONTROL_ORDER_NOT_PROPOSED");

    Answer refused = guest().post("/scans", scan(hotel.in())).expect(200);
    assertThat(refused.field("outcome")).isEqualTo("REFUSED");
    assertThat(refused.field("reason")).isEqualTo("VENUE_CLOSED");
    assertThat(refused.field("helpPhone")).isEqualTo("12345");
    assertThat(inside.post("/scans", scan(hotel.out())).expect(200).field("reason"))
        .isEqualTo("VENUE_CLOSED");
    assertThat(api().get("/posters/" + Journey.last(hotel.in())).expect(200).field("state"))
        .isEqualTo("CLOSED");
    assertThat(second().get(path).expect(200).field("peopleInside")).isEqualTo("2");
    assertThat(second().get(path + "/people-inside").expect(200).field("items.0.name"))
        .isEqualTo("阿**丽");
    Answer told = hotel.keeper().get("/me/notifications").expect(200);
    assertThat(told.field("items.0.kind")).isEqualTo("VENUE_CONTROLLED");
    assertThat(told.field("items.0.text")).contains("12345");

    aMomentLater();
    second().post(path + "/lift", Map.of("reason", "消毒完成")).expect(200);
    second()
        .post(path + "/lift", Map.of("reason", "消毒完成"))
        .expectProblem(409, "CONTROL_ORDER_NOT_ACTIVE");
    assertThat(inside.post("/scans", scan(hotel.out())).expect(200).field("outcome"))
        .isEqualTo("LEFT");
    assertThat(guest().post("/scans", scan(hotel.in())).expect(200).field("outcome"))
        .isEqualTo("ENTERED");
    assertThat(api().get("/posters/" + Journey.last(hotel.in())).expect(200).field("state"))
        .isEqualTo("OPEN");
  }

  @Test
  default void aPersonUnknownUntilThenShouldBeKeptOutAtTheirFirstScanAndAppeal() {
    Hotel hotel = openHotel();
    ResidentIdNumber idNumber = idNumber();
    String order =
        controller()
            .post("/control-orders", order(Map.of("type", "PERSON", "idNumber", idNumber.text())))
            .expect(201)
            .field("id");
    second().post("/control-orders/" + order + "/approval", Map.of()).expect(200);

    Answer typed =
        hotel
            .keeper()
            .post(hotel.path() + "/registrations", Journey.registration("IN", idNumber, "艾力样本"))
            .expect(200);
    assertThat(typed.field("reason")).isEqualTo("ADMISSION_CONTROLLED");
    ApiClient guest = api().resident(somebody());
    guest.put("/me/identity", identity(idNumber)).expect(200);
    Answer refused = guest.post("/scans", scan(hotel.in())).expect(200);
    assertThat(refused.field("message")).isEqualTo(typed.field("message")).contains("12345");
    assertThat(refused.text()).doesNotContain("CLOSE_CONTACT").doesNotContain("样本理由");

    Answer mine = guest.get("/me/control-orders").expect(200);
    assertThat(mine.field("items.0.id")).isEqualTo(order);
    assertThat(mine.field("items.0.helpPhone")).isEqualTo("12345");
    assertThat(mine.text()).doesNotContain("CLOSE_CONTACT").doesNotContain("样本理由");
    String appeals = "/me/control-orders/" + order + "/appeals";
    String appeal = guest.post(appeals, Map.of("text", "两次阴性")).expect(201).field("id");
    guest.post(appeals, Map.of("text", "两次阴性")).expectProblem(409, "APPEAL_OPEN");
    hotel.keeper().post(appeals, Map.of("text", "样本")).expectProblem(404, "NOT_FOUND");
    Map<String, Object> granted = Map.of("upheld", true, "answer", "同意");
    controller()
        .post("/appeals/" + appeal + "/decision", granted)
        .expectProblem(409, "OWN_CONTROL_ORDER");
    second()
        .post("/appeals/" + appeal + "/decision", granted)
        .expectProblem(409, "OWN_CONTROL_ORDER");
    second().post("/control-orders/" + order + "/lift", Map.of("reason", "两次阴性")).expect(200);
    assertThat(guest.post("/scans", scan(hotel.in())).expect(200).field("outcome"))
        .isEqualTo("ENTERED");
  }

  private ApiClient controller() {
    return api().staff("controller", "venuepass-demo");
  }

  private ApiClient second() {
    return api().staff("controller2", "venuepass-demo");
  }

  private Map<String, Object> order(Map<String, Object> target) {
    return Map.of(
        "target",
        target,
        "rule",
        target.containsKey("venueId") ? "CASE_AT_VENUE" : "CLOSE_CONTACT",
        "reason",
        "样本理由",
        "evidence",
        "样本证据",
        "expiresAt",
        now().plus(3, DAYS).toString());
  }
}
