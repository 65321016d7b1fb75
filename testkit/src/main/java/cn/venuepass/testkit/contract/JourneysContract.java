package cn.venuepass.testkit.contract;

import static cn.venuepass.testkit.http.People.COMMUNITY;
import static cn.venuepass.testkit.http.People.OTHER_COMMUNITY;
import static cn.venuepass.testkit.http.People.hotel;
import static cn.venuepass.testkit.http.People.identity;
import static cn.venuepass.testkit.http.People.scan;
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

/**
 * The journeys of people through the API, from the application to the first scan, on a server with
 * the demo's divisions, types and staff, where managers can work at once.
 */
public interface JourneysContract {

  /** A client that nobody has signed in with. */
  ApiClient api();

  /** ID numbers that this server has not seen. */
  ResidentIdNumber idNumber();

  @Test
  default void aLoginCodeShouldBecomeASessionOfOneAccountPerPerson() {
    String name = somebody();
    Answer first = api().post("/sessions/wechat", Map.of("code", "demo:" + name)).expect(200);
    Answer again = api().post("/sessions/wechat", Map.of("code", "demo:" + name)).expect(200);
    assertThat(again.field("account.id")).isEqualTo(first.field("account.id"));
    assertThat(first.field("account.realNamed")).isEqualTo("false");
    assertThat(first.field("account.roles.0")).isEqualTo("RESIDENT");
    api().post("/sessions/wechat", Map.of("code", "other")).expectProblem(401, "SIGN_IN_FAILED");
  }

  @Test
  default void aSessionShouldGoOnWithItsRefreshTokenOnce() {
    Answer session =
        api().post("/sessions/wechat", Map.of("code", "demo:" + somebody())).expect(200);
    var old = Map.of("refreshToken", session.field("refreshToken"));
    Answer next = api().post("/sessions/refresh", old).expect(200);
    api().bearing(next.field("accessToken")).get("/me").expect(200);
    api().post("/sessions/refresh", old).expectProblem(401, "SESSION_ENDED");
    api()
        .post("/sessions/refresh", Map.of("refreshToken", next.field("refreshToken")))
        .expectProblem(401, "SESSION_ENDED");
  }

  @Test
  default void signingOutShouldEndTheSession() {
    Answer session =
        api()
            .post("/sessions/staff", Map.of("username", "reviewer", "password", "venuepass-demo"))
            .expect(200);
    ApiClient reviewer = api().bearing(session.field("accessToken"));
    reviewer.get("/review/applications").expect(200);
    reviewer.delete("/sessions/current").expect(204);
    reviewer.get("/review/applications").expectProblem(401, "UNAUTHENTICATED");
    api()
        .post("/sessions/refresh", Map.of("refreshToken", session.field("refreshToken")))
        .expectProblem(401, "SESSION_ENDED");
  }

  @Test
  default void realNameRegistrationShouldBindOnePersonToOneAccount() {
    ResidentIdNumber idNumber = idNumber();
    ApiClient resident = api().resident(somebody());
    Answer profile = resident.put("/me/identity", identity(idNumber)).expect(200);
    assertThat(profile.field("realNamed")).isEqualTo("true");
    assertThat(profile.field("person.maskedName")).isEqualTo("阿**丽");
    assertThat(profile.field("person.maskedIdNumber")).isEqualTo(idNumber.masked());
    assertThat(profile.field("person.maskedPhone")).isEqualTo("138****0000");
    assertThat(resident.get("/me").expect(200).json()).isEqualTo(profile.json());
    resident.put("/me/identity", identity(idNumber)).expect(200);
    resident.put("/me/identity", identity(idNumber())).expectProblem(409, "IDENTITY_ALREADY_BOUND");
    api()
        .resident(somebody())
        .put("/me/identity", identity(idNumber))
        .expectProblem(409, "IDENTITY_ALREADY_BOUND");
  }

  @Test
  default void anIdNumberWithAWrongCheckCharacterShouldBeRefused() {
    String good = idNumber().text();
    char last = good.charAt(17) == '1' ? '2' : '1';
    var wrong = new HashMap<>(identity(idNumber()));
    wrong.put("idNumber", good.substring(0, 17) + last);
    ApiClient resident = api().resident(somebody());
    Answer problem = resident.put("/me/identity", wrong).expectProblem(422, "INVALID_ID_NUMBER");
    assertThat(problem.field("errors.0.field")).isEqualTo("idNumber");
    assertThat(problem.text()).doesNotContain(good.substring(0, 17));
    assertThat(resident.get("/me").field("realNamed")).isEqualTo("false");
  }

  @Test
  default void anApplicationShouldBeCorrectedSentAgainAndApproved() {
    ApiClient keeper = api().resident(somebody());
    Answer applied = keeper.post("/venues", hotel(COMMUNITY)).expect(201);
    String venue = "/venues/" + applied.field("id");
    assertThat(applied.field("status")).isEqualTo("PENDING");
    ApiClient reviewer = reviewer();
    assertThat(reviewer.post(venue + "/rejection", Map.of("reason", "地址不清")).field("status"))
        .isEqualTo("REJECTED");
    Answer mine = keeper.get("/me/venues").expect(200);
    assertThat(mine.field("items.0.rejectionReason")).isEqualTo("地址不清");
    assertThat(mine.field("items.0.myRole")).isEqualTo("APPLICANT");
    var corrected = new HashMap<>(hotel(COMMUNITY));
    corrected.put("address", "塔里木大道2号");
    assertThat(keeper.put(venue, corrected).expect(200).field("status")).isEqualTo("PENDING");
    Answer approved = reviewer.post(venue + "/approval", Map.of()).expect(200);
    assertThat(approved.field("status")).isEqualTo("APPROVED");
    assertThat(approved.field("address")).isEqualTo("塔里木大道2号");
    keeper.put(venue, corrected).expectProblem(409, "VENUE_APPROVED");
    keeper.delete(venue).expectProblem(409, "VENUE_APPROVED");
    reviewer.post(venue + "/approval", Map.of()).expectProblem(409, "VENUE_APPROVED");
    reviewer.post(venue + "/rejection", Map.of("reason", "x")).expectProblem(409, "VENUE_APPROVED");
  }

  @Test
  default void anApplicationUnderReviewShouldBeDeletedByItsApplicant() {
    ApiClient keeper = api().resident(somebody());
    String venue = "/venues/" + keeper.post("/venues", hotel(COMMUNITY)).expect(201).field("id");
    api().resident(somebody()).delete(venue).expectProblem(404, "NOT_FOUND");
    keeper.delete(venue).expect(204);
    keeper.get(venue).expectProblem(404, "NOT_FOUND");
    keeper.delete(venue).expectProblem(404, "NOT_FOUND");
    assertThat(keeper.get("/me/venues").json().at("/items")).isEmpty();
  }

  @Test
  default void aRepeatedApplicationWithOneKeyShouldBeOneVenue() {
    ApiClient keeper =
        api().resident(somebody()).with("Idempotency-Key", UUID.randomUUID().toString());
    String first = keeper.post("/venues", hotel(COMMUNITY)).expect(201).field("id");
    assertThat(keeper.post("/venues", hotel(COMMUNITY)).expect(201).field("id")).isEqualTo(first);
    assertThat(keeper.get("/me/venues").json().at("/items")).hasSize(1);
  }

  @Test
  default void aReviewerShouldSeeTheOwnCommunityOnly() {
    ApiClient keeper = api().resident(somebody());
    String own = keeper.post("/venues", hotel(COMMUNITY)).expect(201).field("id");
    String other = keeper.post("/venues", hotel(OTHER_COMMUNITY)).expect(201).field("id");
    ApiClient reviewer = reviewer();
    String queue = everything(reviewer, "/review/applications?status=PENDING&limit=200");
    assertThat(queue).contains(own).doesNotContain(other);
    reviewer.get("/venues/" + own).expect(200);
    reviewer.get("/venues/" + other).expectProblem(404, "NOT_FOUND");
    reviewer.post("/venues/" + other + "/approval", Map.of()).expectProblem(404, "NOT_FOUND");
    reviewer.delete("/venues/" + other).expectProblem(404, "NOT_FOUND");
  }

  @Test
  default void aManagerShouldRegisterPeopleAndSeeWhoIsInside() {
    Hotel hotel = openHotel();
    ResidentIdNumber manager = idNumber();
    String name = somebody();
    ApiClient guard = api().resident(name);
    guard.put("/me/identity", identity(manager)).expect(200);
    var registration =
        Map.of(
            "scanId",
            "r-" + UUID.randomUUID(),
            "direction",
            "IN",
            "idNumber",
            idNumber().text(),
            "name",
            "买买提");
    guard.post(hotel.path() + "/registrations", registration).expectProblem(404, "NOT_FOUND");
    Answer added =
        hotel
            .keeper()
            .post(hotel.path() + "/managers", Map.of("name", "阿依古丽", "idNumber", manager.text()))
            .expect(201);
    assertThat(added.field("status")).isEqualTo("ACTIVE");
    hotel
        .keeper()
        .post(hotel.path() + "/managers", Map.of("name", "阿依古丽", "idNumber", manager.text()))
        .expectProblem(409, "MANAGER_EXISTS");
    assertThat(guard.get("/me/venues").field("items.0.myRole")).isEqualTo("MANAGER");
    assertThat(guard.get("/me/venues").field("items.0.contactName")).isEqualTo("王*本");
    Answer entered = guard.post(hotel.path() + "/registrations", registration).expect(200);
    assertThat(entered.field("outcome")).isEqualTo("ENTERED");
    assertThat(guard.post(hotel.path() + "/registrations", registration).json())
        .isEqualTo(entered.json());
    Answer occupancy = guard.get(hotel.path() + "/occupancy").expect(200);
    assertThat(occupancy.field("inside")).isEqualTo("1");
    assertThat(occupancy.field("people.0.maskedName")).isEqualTo("买*提");
    assertThat(occupancy.field("people.0.method")).isEqualTo("ID_NUMBER");
    guard.get(hotel.path() + "/managers").expectProblem(404, "NOT_FOUND");
    hotel.keeper().delete(hotel.path() + "/managers/" + added.field("id")).expect(204);
    guard.get(hotel.path() + "/occupancy").expectProblem(404, "NOT_FOUND");
    guard.post(hotel.path() + "/registrations", registration).expectProblem(404, "NOT_FOUND");
  }

  @Test
  default void approvalShouldIssueAPosterForEachDirection() {
    Hotel hotel = openHotel();
    Answer posters = hotel.keeper().get(hotel.path() + "/posters").expect(200);
    assertThat(posters.json().at("/items")).hasSize(2);
    assertThat(List.of(posters.field("items.0.direction"), posters.field("items.1.direction")))
        .containsExactlyInAnyOrder("IN", "OUT");
    Answer landing = api().get("/posters/" + last(hotel.in())).expect(200);
    assertThat(landing.field("venueName")).isEqualTo("塔里木宾馆");
    assertThat(landing.field("direction")).isEqualTo("IN");
    assertThat(landing.field("state")).isEqualTo("OPEN");
  }

  @Test
  default void aFurtherPosterShouldHaveItsOwnCodeAndBeRevocable() {
    Hotel hotel = openHotel();
    Answer gate =
        hotel
            .keeper()
            .post(hotel.path() + "/posters", Map.of("direction", "IN", "label", "北门"))
            .expect(201);
    assertThat(gate.field("url")).isNotEqualTo(hotel.in());
    assertThat(gate.field("label")).isEqualTo("北门");
    String poster = hotel.path() + "/posters/" + gate.field("id");
    assertThat(hotel.keeper().get(poster + "/image?format=svg").expect(200).header("content-type"))
        .startsWith("image/svg+xml");
    assertThat(hotel.keeper().get(poster + "/image").expect(200).header("content-type"))
        .startsWith("image/png");
    hotel.keeper().delete(poster).expect(204);
    Answer refused = guest().post("/scans", scan(gate.field("url"))).expect(200);
    assertThat(refused.field("outcome")).isEqualTo("REFUSED");
    assertThat(refused.field("reason")).isEqualTo("POSTER_REVOKED");
    assertThat(api().get("/posters/" + last(gate.field("url"))).field("state")).isEqualTo("CLOSED");
    assertThat(guest().post("/scans", scan(hotel.in())).field("outcome")).isEqualTo("ENTERED");
  }

  @Test
  default void aGuestShouldEnterOnceAndLeave() {
    Hotel hotel = openHotel();
    ApiClient guest = guest();
    Answer in = guest.post("/scans", scan(hotel.in())).expect(200);
    assertThat(in.field("outcome")).isEqualTo("ENTERED");
    assertThat(in.field("message")).isEqualTo("已登记");
    Answer again = guest.post("/scans", scan(last(hotel.in()).toLowerCase(Locale.ROOT)));
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
    String code = last(hotel.in());
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
    assertThat(api().get("/posters/" + last(hotel.in())).field("state")).isEqualTo("CLOSED");
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

  @Test
  default void referenceDataShouldLeadToTheCommunity() {
    ApiClient resident = api().resident(somebody());
    String root = resident.get("/divisions").expect(200).field("items.0.code");
    assertThat(resident.get("/divisions?parent=" + root).expect(200).text())
        .contains("659002001000");
    assertThat(resident.get("/divisions?parent=659002001000").expect(200).text())
        .contains(COMMUNITY);
    assertThat(resident.get("/venue-types").expect(200).text()).contains("HOTEL");
  }

  /** An approved venue with its applicant and the URLs of its two posters. */
  record Hotel(String path, ApiClient keeper, String in, String out) {}

  private Hotel openHotel() {
    return openHotel(hotel(COMMUNITY));
  }

  private Hotel openHotel(Map<String, Object> application) {
    ApiClient keeper = api().resident(somebody());
    String path = "/venues/" + keeper.post("/venues", application).expect(201).field("id");
    reviewer().post(path + "/approval", Map.of()).expect(200);
    Answer posters = keeper.get(path + "/posters").expect(200);
    boolean inFirst = posters.field("items.0.direction").equals("IN");
    String first = posters.field("items.0.url");
    String second = posters.field("items.1.url");
    return new Hotel(path, keeper, inFirst ? first : second, inFirst ? second : first);
  }

  private ApiClient guest() {
    ApiClient guest = api().resident(somebody());
    guest.put("/me/identity", identity(idNumber())).expect(200);
    return guest;
  }

  private ApiClient reviewer() {
    return api().staff("reviewer", "venuepass-demo");
  }

  private static String last(String url) {
    return url.substring(url.lastIndexOf('/') + 1);
  }

  /** All pages of a list, as text. */
  private static String everything(ApiClient client, String path) {
    var text = new StringBuilder();
    String cursor = "";
    do {
      Answer page = client.get(path + cursor).expect(200);
      text.append(page.text());
      cursor = page.json().at("/next").isNull() ? "" : "&cursor=" + page.field("next");
    } while (!cursor.isEmpty());
    return text.toString();
  }
}
