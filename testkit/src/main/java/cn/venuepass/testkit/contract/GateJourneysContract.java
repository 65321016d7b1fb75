package cn.venuepass.testkit.contract;

import static cn.venuepass.testkit.http.People.COMMUNITY;
import static cn.venuepass.testkit.http.People.hotel;
import static cn.venuepass.testkit.http.People.hotelTrackingExits;
import static cn.venuepass.testkit.http.People.scan;
import static cn.venuepass.testkit.http.People.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.person.ResidentIdNumber;
import cn.venuepass.testkit.http.Answer;
import cn.venuepass.testkit.http.ApiClient;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A manager's day at the gate. */
public interface GateJourneysContract extends Journey {

  @Test
  default void aGuardShouldFindPeopleInsideAndMarkThemAsLeft() {
    Hotel hotel = openHotel();
    ResidentIdNumber number = idNumber();
    typed(hotel, "IN", number, "买买提艾力");
    typed(hotel, "IN", idNumber(), "古丽娜尔");
    String search = hotel.path() + "/occupancy/search";
    Answer found = hotel.keeper().post(search, Map.of("name", "买买提")).expect(200);
    assertThat(found.json().at("/people")).hasSize(1);
    assertThat(found.field("people.0.maskedName")).isEqualTo("买***力");
    Answer byNumber = hotel.keeper().post(search, Map.of("idNumber", number.text())).expect(200);
    assertThat(byNumber.json()).isEqualTo(found.json());
    assertThat(
            hotel
                .keeper()
                .post(search, Map.of("idNumber", idNumber().text()))
                .expect(200)
                .json()
                .at("/people"))
        .isEmpty();
    hotel.keeper().post(search, Map.of()).expectProblem(422, "INVALID_VALUE");
    guest().post(search, Map.of("name", "买买提")).expectProblem(404, "NOT_FOUND");

    String departure =
        hotel.path() + "/occupancy/" + found.field("people.0.personRef") + "/departure";
    var mark = Map.of("scanId", UUID.randomUUID().toString());
    Answer left = hotel.keeper().post(departure, mark).expect(200);
    assertThat(left.field("outcome")).isEqualTo("LEFT");
    assertThat(hotel.keeper().post(departure, mark).expect(200).json()).isEqualTo(left.json());
    hotel
        .keeper()
        .post(departure, Map.of("scanId", UUID.randomUUID().toString()))
        .expectProblem(404, "NOT_FOUND");
    assertThat(hotel.keeper().get(hotel.path() + "/occupancy").field("inside")).isEqualTo("1");
    Answer visits = hotel.keeper().get(hotel.path() + "/visits").expect(200);
    assertThat(visits.json().at("/items")).hasSize(2);
    assertThat(visits.text()).contains("MARKED_LEFT").doesNotContain("买买提", number.text());
    guest().get(hotel.path() + "/visits").expectProblem(404, "NOT_FOUND");
  }

  @Test
  default void whoIsTurnedAwayShouldBeNoted() {
    Hotel hotel = openHotel();
    var refusal = Map.of("reason", "拒不登记", "note", "称忘带手机");
    Answer noted = hotel.keeper().post(hotel.path() + "/refusals", refusal).expect(201);
    assertThat(noted.field("reason")).isEqualTo("拒不登记");
    aMomentLater();
    hotel.keeper().post(hotel.path() + "/refusals", Map.of("reason", "其他")).expect(201);
    Answer list = hotel.keeper().get(hotel.path() + "/refusals").expect(200);
    assertThat(list.field("items.0.reason")).isEqualTo("其他");
    assertThat(list.json().at("/items/1")).isEqualTo(noted.json());
    guest().get(hotel.path() + "/refusals").expectProblem(404, "NOT_FOUND");
    hotel
        .keeper()
        .post(hotel.path() + "/refusals", Map.of("reason", " "))
        .expectProblem(422, "INVALID_VALUE");
  }

  @Test
  default void aFullVenueShouldOpenOnAManagersWord() {
    var small = new HashMap<>(hotel(COMMUNITY));
    small.put("capacity", 1);
    Hotel hotel = openHotel(small);
    typed(hotel, "IN", idNumber(), "甲样本");
    var next = new HashMap<>(Journey.registration("IN", idNumber(), "乙样本"));
    Answer refused = hotel.keeper().post(hotel.path() + "/registrations", next).expect(200);
    assertThat(refused.field("reason")).isEqualTo("VENUE_FULL");
    next.put("scanId", UUID.randomUUID().toString());
    next.put("overrideCapacity", true);
    aMomentLater();
    Answer admitted = hotel.keeper().post(hotel.path() + "/registrations", next).expect(200);
    assertThat(admitted.field("outcome")).isEqualTo("ENTERED");
    Answer visits = hotel.keeper().get(hotel.path() + "/visits").expect(200);
    assertThat(visits.json().findValuesAsText("overCapacity")).containsExactly("true", "false");
  }

  @Test
  default void aRegistrationShouldNeedOneCredential() {
    Hotel hotel = openHotel();
    var both = new HashMap<>(Journey.registration("IN", idNumber(), "甲样本"));
    both.put("passCode", "x");
    Answer problem = hotel.keeper().post(hotel.path() + "/registrations", both);
    problem.expectProblem(422, "INVALID_VALUE");
    assertThat(problem.json().findValuesAsText("field")).contains("passCode", "idNumber");
    hotel
        .keeper()
        .post(
            hotel.path() + "/registrations",
            Map.of("scanId", UUID.randomUUID().toString(), "direction", "IN"))
        .expectProblem(422, "INVALID_VALUE");
  }

  @Test
  default void whoWorksThereShouldBeMarkedAsStaff() {
    Hotel hotel = openHotel();
    ResidentIdNumber cook = idNumber();
    var entry = Map.of("name", "厨师样本", "idNumber", cook.text());
    Answer added = hotel.keeper().post(hotel.path() + "/roster", entry).expect(201);
    assertThat(added.field("maskedName")).isEqualTo("厨**本");
    hotel.keeper().post(hotel.path() + "/roster", entry).expectProblem(409, "ROSTER_ENTRY_EXISTS");
    typed(hotel, "IN", cook, "厨师样本");
    assertThat(hotel.keeper().get(hotel.path() + "/occupancy").field("people.0.staff"))
        .isEqualTo("true");
    assertThat(hotel.keeper().get(hotel.path() + "/roster").json().at("/items")).hasSize(1);
    aMomentLater();
    hotel.keeper().delete(hotel.path() + "/roster/" + added.field("id")).expect(204);
    assertThat(hotel.keeper().get(hotel.path() + "/visits").field("items.0.staff"))
        .isEqualTo("true");
    guest().get(hotel.path() + "/roster").expectProblem(404, "NOT_FOUND");
  }

  @Test
  default void leavingTheMallShouldEmptyItsShops() {
    Hotel mall = openHotel(hotelTrackingExits());
    var shop = new HashMap<>(hotelTrackingExits());
    shop.put("parentVenueId", mall.path().substring("/venues/".length()));
    Hotel tenant = openHotel(shop);
    String child = tenant.path().substring("/venues/".length());
    assertThat(tenant.keeper().get(tenant.path()).field("parentAgreed")).isEqualTo("false");
    Answer children = mall.keeper().get(mall.path() + "/children").expect(200);
    assertThat(children.field("items.0.agreed")).isEqualTo("false");
    tenant
        .keeper()
        .post(mall.path() + "/children/" + child + "/approval", Map.of())
        .expectProblem(404, "NOT_FOUND");
    mall.keeper().post(mall.path() + "/children/" + child + "/approval", Map.of()).expect(200);
    assertThat(tenant.keeper().get(tenant.path()).field("parentAgreed")).isEqualTo("true");

    ApiClient guest = guest();
    guest.post("/scans", scan(mall.in())).expect(200);
    guest.post("/scans", scan(tenant.in())).expect(200);
    aMomentLater();
    assertThat(mall.keeper().get(mall.path() + "/occupancy").field("inside")).isEqualTo("1");
    assertThat(tenant.keeper().get(tenant.path() + "/occupancy").field("inside")).isEqualTo("1");
    guest.post("/scans", scan(mall.out())).expect(200);
    assertThat(tenant.keeper().get(tenant.path() + "/occupancy").field("inside")).isEqualTo("0");
    assertThat(guest.get("/me/visits").json().findValuesAsText("source")).contains("PARENT_EXIT");

    mall.keeper().delete(mall.path() + "/children/" + child).expect(204);
    assertThat(mall.keeper().get(mall.path() + "/children").json().at("/items")).isEmpty();
    shop.put("parentVenueId", UUID.randomUUID().toString());
    api().resident(somebody()).post("/venues", shop).expectProblem(422, "INVALID_VALUE");
  }

  @Test
  default void noPhoneParityShouldBeShownToManagersAndOverseers() {
    Hotel hotel = openHotel();
    typed(hotel, "IN", idNumber(), "甲样本");
    guest().post("/scans", scan(hotel.in())).expect(200);
    hotel.keeper().post(hotel.path() + "/refusals", Map.of("reason", "其他")).expect(201);
    String path = hotel.path() + "/no-phone-parity";
    Answer parity = hotel.keeper().get(path).expect(200);
    assertThat(parity.field("venue.registrations")).isEqualTo("2");
    assertThat(parity.field("venue.noPhoneShare")).isEqualTo("0.5");
    assertThat(parity.field("turnedAway")).isEqualTo("1");
    assertThat(parity.field("daysOpen")).isEqualTo("1");
    assertThat(parity.field("daysWithoutNoPhone")).isEqualTo("0");
    assertThat(reviewer().get(path).expect(200).field("venue.byManager")).isEqualTo("1");
    api().staff("supervisor", "venuepass-demo").get(path).expect(200);
    api().staff("auditor", "venuepass-demo").get(path).expectProblem(403, "FORBIDDEN");
    guest().get(path).expectProblem(404, "NOT_FOUND");
  }
}
