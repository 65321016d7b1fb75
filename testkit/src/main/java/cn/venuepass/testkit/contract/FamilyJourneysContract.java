package cn.venuepass.testkit.contract;

import static cn.venuepass.testkit.http.People.hotelTrackingExits;
import static cn.venuepass.testkit.http.People.identity;
import static cn.venuepass.testkit.http.People.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.person.ResidentIdNumber;
import cn.venuepass.testkit.http.Answer;
import cn.venuepass.testkit.http.ApiClient;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A resident looks after people without a phone. */
public interface FamilyJourneysContract extends Journey {

  @Test
  default void aGuardianShouldAddListAndRemoveFamilyMembers() {
    ApiClient guardian = guest();
    ResidentIdNumber elder = idNumber();
    Answer added = guardian.post("/me/family", member(elder)).expect(201);
    assertThat(added.field("maskedName")).isEqualTo("买**提");
    assertThat(added.field("relation")).isEqualTo("父亲");
    assertThat(added.field("maskedIdNumber")).isEqualTo(elder.masked());
    assertThat(added.field("underFourteen")).isEqualTo("false");
    assertThat(added.field("consentVersion")).isEqualTo("2026-1");
    assertThat(guardian.get("/me/family").expect(200).json().at("/items/0"))
        .isEqualTo(added.json());
    guardian.post("/me/family", member(elder)).expectProblem(409, "FAMILY_MEMBER_EXISTS");
    String path = "/me/family/" + added.field("id");
    guest().delete(path).expectProblem(404, "NOT_FOUND");
    guardian.delete(path).expect(204);
    guardian.delete(path).expectProblem(404, "NOT_FOUND");
    assertThat(guardian.get("/me/family").json().at("/items")).isEmpty();
  }

  @Test
  default void onlyARealNamedResidentShouldLookAfterPeopleWithoutAnAccount() {
    api()
        .resident(somebody())
        .post("/me/family", member(idNumber()))
        .expectProblem(409, "IDENTITY_REQUIRED");
    ResidentIdNumber grown = idNumber();
    api().resident(somebody()).put("/me/identity", identity(grown)).expect(200);
    guest().post("/me/family", member(grown)).expectProblem(409, "FAMILY_MEMBER_HAS_ACCOUNT");
    var wrong = new HashMap<>(member(idNumber()));
    wrong.put("idNumber", "123");
    guest().post("/me/family", wrong).expectProblem(422, "INVALID_ID_NUMBER");
  }

  @Test
  default void aMemberWhoGetsAnAccountShouldLookAfterThemselves() {
    ApiClient guardian = guest();
    ResidentIdNumber child = idNumber();
    String id = guardian.post("/me/family", member(child)).expect(201).field("id");
    api().resident(somebody()).put("/me/identity", identity(child)).expect(200);
    assertThat(guardian.get("/me/family").json().at("/items")).isEmpty();
    guardian.get("/me/family/" + id + "/pass-code").expectProblem(404, "NOT_FOUND");
  }

  @Test
  default void aPassCodeShouldRegisterItsBearerAndNothingElse() {
    Hotel hotel = openHotel();
    ApiClient guardian = guest();
    String id = guardian.post("/me/family", member(idNumber())).expect(201).field("id");
    String code = guardian.get("/me/family/" + id + "/pass-code").expect(200).field("code");
    Answer in = register(hotel, "IN", code).expect(200);
    assertThat(in.field("outcome")).isEqualTo("ENTERED");
    assertThat(in.field("maskedName")).isEqualTo("买**提");
    Answer again = register(hotel, "IN", code).expect(200);
    assertThat(again.field("message")).isEqualTo("已在场内无需登记");
    assertThat(register(hotel, "OUT", code).field("outcome")).isEqualTo("LEFT");

    Answer visits = guardian.get("/me/visits").expect(200);
    assertThat(visits.json().at("/items")).hasSize(1);
    assertThat(visits.field("items.0.forFamily")).isEqualTo(id);
    assertThat(visits.field("items.0.entry.method")).isEqualTo("PASS_CODE");

    api().bearing(code).get("/me/visits").expectProblem(401, "UNAUTHENTICATED");
    guardian
        .post("/scans", Map.of("scanId", UUID.randomUUID().toString(), "code", code))
        .expectProblem(422, "UNKNOWN_CODE");
    register(hotel, "IN", Journey.last(hotel.in())).expectProblem(422, "UNKNOWN_CODE");
    register(hotel, "IN", code.substring(1) + "0").expectProblem(422, "UNKNOWN_CODE");
  }

  @Test
  default void oneShouldShowAPassCodeForOneself() {
    Hotel hotel = openHotel();
    ApiClient guest = guest();
    Answer first = guest.get("/me/pass-code").expect(200);
    assertThat(guest.get("/me/pass-code").field("code")).isNotEqualTo(first.field("code"));
    assertThat(register(hotel, "IN", first.field("code").toLowerCase(Locale.ROOT)))
        .satisfies(answer -> assertThat(answer.field("maskedName")).isEqualTo("阿**丽"));
    assertThat(guest.get("/me/visits").json().at("/items")).hasSize(1);
    Answer picture = guest.get("/me/pass-code/image?format=png").expect(200);
    assertThat(picture.header("content-type")).isEqualTo("image/png");
    Answer drawing = guest.get("/me/pass-code/image?format=svg").expect(200);
    assertThat(drawing.header("content-type")).isEqualTo("image/svg+xml");
    api().resident(somebody()).get("/me/pass-code").expectProblem(409, "IDENTITY_REQUIRED");
  }

  @Test
  default void aPaperPassShouldRegisterUntilItIsRevoked() {
    Hotel hotel = openHotel();
    ApiClient guardian = guest();
    String pass =
        "/me/family/"
            + guardian.post("/me/family", member(idNumber())).expect(201).field("id")
            + "/paper-pass";
    guardian.get(pass).expectProblem(404, "NOT_FOUND");
    String first = guardian.post(pass, Map.of()).expect(201).field("code");
    assertThat(guardian.get(pass).expect(200).field("code")).isEqualTo(first);
    assertThat(register(hotel, "IN", first).expect(200).field("outcome")).isEqualTo("ENTERED");
    assertThat(register(hotel, "OUT", first).expect(200).field("outcome")).isEqualTo("LEFT");

    String second = guardian.post(pass, Map.of()).expect(201).field("code");
    register(hotel, "IN", first).expectProblem(422, "PASS_CODE_EXPIRED");
    assertThat(register(hotel, "IN", second).expect(200).field("outcome")).isEqualTo("ENTERED");
    Answer card = guardian.get(pass + "/card").expect(200);
    assertThat(card.header("content-type")).isEqualTo("application/pdf");
    assertThat(guardian.get(pass + "/image?format=png").expect(200).body()).isNotEmpty();
    guest().get(pass).expectProblem(404, "NOT_FOUND");
    guest().delete(pass).expectProblem(404, "NOT_FOUND");
    guardian.delete(pass).expect(204);
    guardian.delete(pass).expectProblem(404, "NOT_FOUND");
    guardian.get(pass + "/card").expectProblem(404, "NOT_FOUND");
    register(hotel, "OUT", second).expectProblem(422, "PASS_CODE_EXPIRED");
    api().bearing(second).get("/me").expectProblem(401, "UNAUTHENTICATED");
  }

  @Test
  default void oneScanShouldRegisterTheFamily() {
    Hotel hotel = openHotel(hotelTrackingExits());
    ApiClient guardian = guest();
    String child = guardian.post("/me/family", member(idNumber())).expect(201).field("id");
    String elder = guardian.post("/me/family", member(idNumber())).expect(201).field("id");
    var scan = party(hotel.in(), List.of(child, elder));
    Answer in = guardian.post("/scans", scan).expect(200);
    assertThat(in.field("outcome")).isEqualTo("ENTERED");
    assertThat(in.json().at("/companions")).hasSize(2);
    assertThat(in.field("companions.0.familyId")).isEqualTo(child);
    assertThat(in.field("companions.1.message")).isEqualTo("已登记");
    assertThat(guardian.post("/scans", scan).json()).isEqualTo(in.json());
    assertThat(hotel.keeper().get(hotel.path() + "/occupancy").field("inside")).isEqualTo("3");
    assertThat(guardian.get("/me/visits").json().at("/items")).hasSize(3);

    Answer out = guardian.post("/scans", party(hotel.out(), List.of(elder))).expect(200);
    assertThat(out.field("companions.0.outcome")).isEqualTo("LEFT");
    assertThat(hotel.keeper().get(hotel.path() + "/occupancy").field("inside")).isEqualTo("1");
  }

  @Test
  default void nobodyShouldBeRegisteredWithAStrangersFamily() {
    Hotel hotel = openHotel();
    String stranger = guest().post("/me/family", member(idNumber())).expect(201).field("id");
    ApiClient guest = guest();
    guest.post("/scans", party(hotel.in(), List.of(stranger))).expectProblem(404, "NOT_FOUND");
    assertThat(guest.get("/me/visits").json().at("/items")).isEmpty();
    guest.post("/scans", party(hotel.in(), List.of("x"))).expectProblem(422, "INVALID_VALUE");
  }

  @Test
  default void aFamilyShouldNotBeTornApartByAFullVenue() {
    var small = new HashMap<>(hotelTrackingExits());
    small.put("capacity", 2);
    Hotel hotel = openHotel(small);
    ApiClient guardian = guest();
    String child = guardian.post("/me/family", member(idNumber())).expect(201).field("id");
    String elder = guardian.post("/me/family", member(idNumber())).expect(201).field("id");
    Answer refused = guardian.post("/scans", party(hotel.in(), List.of(child, elder))).expect(200);
    assertThat(refused.field("reason")).isEqualTo("VENUE_FULL");
    assertThat(refused.field("companions.0.outcome")).isEqualTo("REFUSED");
    assertThat(guardian.post("/scans", party(hotel.in(), List.of(child))).field("outcome"))
        .isEqualTo("ENTERED");
  }

  private Answer register(Hotel hotel, String direction, String passCode) {
    return hotel
        .keeper()
        .post(
            hotel.path() + "/registrations",
            Map.of(
                "scanId",
                UUID.randomUUID().toString(),
                "direction",
                direction,
                "passCode",
                passCode));
  }

  private static Map<String, Object> party(String url, List<String> companions) {
    return Map.of("scanId", UUID.randomUUID().toString(), "code", url, "companions", companions);
  }

  private static Map<String, Object> member(ResidentIdNumber idNumber) {
    return Map.of("name", "买买提提", "idNumber", idNumber.text(), "relation", "父亲");
  }
}
