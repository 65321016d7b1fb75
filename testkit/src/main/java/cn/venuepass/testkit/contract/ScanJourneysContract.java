package cn.venuepass.testkit.contract;

import static cn.venuepass.testkit.http.People.COMMUNITY;
import static cn.venuepass.testkit.http.People.hotel;
import static cn.venuepass.testkit.http.People.scan;
import static cn.venuepass.testkit.http.People.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.testkit.http.Answer;
import cn.venuepass.testkit.http.ApiClient;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** At the door. */
public interface ScanJourneysContract extends Journey {

  @Test
  default void aGuestShouldEnterOnceAndLeave() {
    Hotel hotel = openHotel();
    ApiClient guest = guest();
    Answer in = guest.post("/scans", scan(hotel.in())).expect(200);
    assertThat(in.field("outcome")).isEqualTo("ENTERED");
    assertThat(in.field("message")).isEqualTo("已登记");
    Answer again = guest.post("/scans", scan(Journey.last(hotel.in()).toLowerCase(Locale.ROOT)));
    assertThat(again.field("outcome")).isEqualTo("ALREADY_INSIDE");
    assertThat(again.field("message")).isEqualTo("已在场内无需登记");
    assertThat(again.field("since")).isEqualTo(in.field("at"));
    Answer out =
        guest
            .with("Accept-Language", "en")
            .post("/scans", scan(hotel.out().toUpperCase(Locale.ROOT)))
            .expect(200);
    assertThat(out.field("outcome")).isEqualTo("LEFT");
    assertThat(out.field("message")).isEqualTo("You have left");
    assertThat(out.field("visitId")).isEqualTo(in.field("visitId"));
    assertThat(guest.post("/scans", scan(hotel.out())).field("outcome"))
        .isEqualTo("LEFT_WITHOUT_ENTRY");
    Answer visits = guest.get("/me/visits").expect(200);
    assertThat(visits.json().at("/items")).hasSize(2);
    assertThat(visits.json().findValuesAsText("visitId")).contains(in.field("visitId"));
  }

  @Test
  default void aScanSentAgainShouldGetTheEarlierAnswer() {
    Hotel hotel = openHotel();
    ApiClient guest = guest();
    var scan = scan(hotel.in());
    Answer first = guest.post("/scans", scan).expect(200);
    guest.post("/scans", scan(hotel.out())).expect(200);
    assertThat(guest.post("/scans", scan).expect(200).json()).isEqualTo(first.json());
    assertThat(guest.get("/me/visits").json().at("/items")).hasSize(1);
  }

  @Test
  default void ofTwentyFourScansAtOnceExactlyOneShouldEnter() {
    Hotel hotel = openHotel();
    ApiClient guest = guest();
    List<String> outcomes =
        AtOnce.run(24, i -> guest.post("/scans", scan(hotel.in())).expect(200).field("outcome"));
    assertThat(outcomes).containsOnlyOnce("ENTERED").contains("ALREADY_INSIDE");
    assertThat(outcomes).containsOnly("ENTERED", "ALREADY_INSIDE");
    assertThat(guest.get("/me/visits").json().at("/items")).hasSize(1);
  }

  @Test
  default void aScanShouldNeedARealNameAndARealCode() {
    Hotel hotel = openHotel();
    api()
        .resident(somebody())
        .post("/scans", scan(hotel.in()))
        .expectProblem(409, "IDENTITY_REQUIRED");
    String code = Journey.last(hotel.in());
    String forged = (code.charAt(0) == '1' ? '2' : '1') + code.substring(1);
    guest().post("/scans", scan(forged)).expectProblem(422, "UNKNOWN_CODE");
    api().get("/posters/" + forged).expectProblem(422, "UNKNOWN_CODE");
    api().post("/scans", scan(hotel.in())).expectProblem(401, "UNAUTHENTICATED");
  }

  @Test
  default void aRemovedVenueShouldBeClosedAndKeepItsVisits() {
    Hotel hotel = openHotel();
    ApiClient guest = guest();
    guest.post("/scans", scan(hotel.in())).expect(200);
    reviewer().delete(hotel.path()).expect(204);
    assertThat(guest.post("/scans", scan(hotel.out())).expect(200).field("reason"))
        .isEqualTo("VENUE_CLOSED");
    assertThat(api().get("/posters/" + Journey.last(hotel.in())).field("state"))
        .isEqualTo("CLOSED");
    hotel.keeper().get(hotel.path()).expectProblem(404, "NOT_FOUND");
    assertThat(guest.get("/me/visits").json().at("/items")).hasSize(1);
  }

  @Test
  default void aFullVenueShouldTurnTheNextOneAway() {
    var small = new HashMap<>(hotel(COMMUNITY));
    small.put("capacity", 1);
    small.put("tracksExits", true);
    Hotel hotel = openHotel(small);
    ApiClient first = guest();
    first.post("/scans", scan(hotel.in())).expect(200);
    Answer refused = guest().post("/scans", scan(hotel.in())).expect(200);
    assertThat(refused.field("reason")).isEqualTo("VENUE_FULL");
    assertThat(refused.field("message")).isEqualTo("不可进入：场内人数已满");
    first.post("/scans", scan(hotel.out())).expect(200);
    assertThat(guest().post("/scans", scan(hotel.in())).field("outcome")).isEqualTo("ENTERED");
  }
}
