package cn.venuepass.testkit.contract;

import static cn.venuepass.testkit.http.People.scan;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.testkit.http.Answer;
import cn.venuepass.testkit.http.ApiClient;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** People see who looked at their data and ask to correct it; auditors watch. */
public interface PrivacyJourneysContract extends Journey {

  @Test
  default void aManagersLookShouldBeSeenByTheResidentAndTheAuditor() {
    Hotel hotel = openHotel();
    ApiClient guest = guest();
    guest.post("/scans", scan(hotel.in())).expect(200);
    assertThat(guest.get("/me/accesses").expect(200).json().at("/items")).isEmpty();
    hotel.keeper().get(hotel.path() + "/occupancy").expect(200);
    aMomentLater();
    hotel.keeper().get(hotel.path() + "/visits").expect(200);
    Answer seen = guest.get("/me/accesses").expect(200);
    assertThat(seen.json().findValuesAsText("action"))
        .containsExactly("VENUE_VISITS_VIEWED", "PEOPLE_INSIDE_VIEWED");
    assertThat(seen.field("items.0.by.role")).isEqualTo("MANAGER");
    assertThat(seen.field("items.0.by.venueName")).isEqualTo("塔里木宾馆");
    assertThat(seen.field("items.0.own")).isEqualTo("true");
    assertThat(guest().get("/me/accesses").expect(200).json().at("/items")).isEmpty();

    ApiClient auditor = api().staff("auditor", "venuepass-demo");
    String venue = "/audit-events?venueId=" + hotel.path().replace("/venues/", "");
    Answer events = auditor.get(venue).expect(200);
    assertThat(events.json().findValuesAsText("action"))
        .containsExactlyInAnyOrder("VENUE_VISITS_VIEWED", "PEOPLE_INSIDE_VIEWED", "VENUE_APPROVED");
    Answer verified = auditor.get("/audit-events/verification").expect(200);
    assertThat(verified.field("whole")).isEqualTo("true");
    assertThat(auditor.get("/audit-events?action=AUDIT_VIEWED").expect(200).json().at("/items"))
        .isNotEmpty();
    auditor.get("/audit-events?action=NOTHING").expectProblem(422, "INVALID_VALUE");
    reviewer().get("/audit-events").expectProblem(403, "FORBIDDEN");
  }

  @Test
  default void aRequestShouldBeDecidedOnceByTheOneWhoseItIs() {
    Hotel hotel = openHotel();
    ApiClient guest = guest();
    Answer scanned = guest.post("/scans", scan(hotel.in())).expect(200);
    var request =
        Map.of("kind", "CORRECTION", "visitId", scanned.field("visitId"), "text", "我没有去过");
    Answer made = guest.post("/me/data-requests", request).expect(201);
    guest().post("/me/data-requests", request).expectProblem(404, "NOT_FOUND");
    String decision = "/data-requests/" + made.field("id") + "/decision";
    var accepted = Map.of("accepted", true, "answer", "已备注，记录保留");
    api().staff("admin", "venuepass-demo").post(decision, accepted).expectProblem(404, "NOT_FOUND");
    guest.post(decision, accepted).expectProblem(403, "FORBIDDEN");
    assertThat(Journey.everything(reviewer(), "/data-requests?limit=200"))
        .contains(made.field("id"), "阿**丽")
        .doesNotContain("阿依古丽");
    assertThat(reviewer().post(decision, accepted).expect(200).field("status"))
        .isEqualTo("ACCEPTED");
    reviewer().post(decision, accepted).expectProblem(409, "DATA_REQUEST_DECIDED");
    Answer mine = guest.get("/me/data-requests").expect(200);
    assertThat(mine.field("items.0.answer")).isEqualTo("已备注，记录保留");
    assertThat(guest.get("/me/visits").expect(200).text()).contains(scanned.field("visitId"));
  }

  @Test
  default void aRequestAboutNoVisitShouldBeForTheAdministrator() {
    ApiClient guest = guest();
    var request = Map.of("kind", "OBJECTION", "text", "请说明保存期限");
    Answer made = guest.post("/me/data-requests", request).expect(201);
    String decision = "/data-requests/" + made.field("id") + "/decision";
    var declined = Map.of("accepted", false, "answer", "依规保存28天");
    reviewer().post(decision, declined).expectProblem(404, "NOT_FOUND");
    ApiClient admin = api().staff("admin", "venuepass-demo");
    assertThat(admin.post(decision, declined).expect(200).field("status")).isEqualTo("DECLINED");
    for (int i = 0; i < 10; i++) {
      guest.post("/me/data-requests", request).expect(201);
    }
    guest.post("/me/data-requests", request).expectProblem(409, "DATA_REQUESTS_FULL");
  }
}
