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
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** From the application to the posters and the managers. */
public interface VenueJourneysContract extends Journey {

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
  default void aDecisionShouldBeAboutTheApplicationThatTheReviewerSaw() {
    ApiClient keeper = api().resident(somebody());
    Answer seen = keeper.post("/venues", hotel(COMMUNITY)).expect(201);
    String venue = "/venues/" + seen.field("id");
    var corrected = new HashMap<>(hotel(COMMUNITY));
    corrected.put("address", "塔里木大道2号");
    Answer now = keeper.put(venue, corrected).expect(200);
    ApiClient reviewer = reviewer();
    var then = Map.of("appliedAt", seen.field("appliedAt"));
    reviewer.post(venue + "/approval", then).expectProblem(409, "CHANGED_MEANWHILE");
    var rejection = Map.of("reason", "地址不清", "appliedAt", seen.field("appliedAt"));
    reviewer.post(venue + "/rejection", rejection).expectProblem(409, "CHANGED_MEANWHILE");
    assertThat(approvedTogether(reviewer, seen)).isEqualTo("CHANGED_MEANWHILE");
    assertThat(keeper.get(venue).field("status")).isEqualTo("PENDING");
    assertThat(approvedTogether(reviewer, now)).isEqualTo("APPROVED");
    reviewer.post(venue + "/approval", then).expectProblem(409, "VENUE_APPROVED");
  }

  private static String approvedTogether(ApiClient reviewer, Answer seen) {
    String id = seen.field("id");
    return reviewer
        .post(
            "/review/approvals",
            Map.of("venueIds", List.of(id), "seen", Map.of(id, seen.field("appliedAt"))))
        .expect(200)
        .field("items.0.result");
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
    String queue = Journey.everything(reviewer, "/review/applications?status=PENDING&limit=200");
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
    Answer landing = api().get("/posters/" + Journey.last(hotel.in())).expect(200);
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
    assertThat(hotel.keeper().get(poster + "/sheet").expect(200).header("content-type"))
        .isEqualTo("application/pdf");
    hotel.keeper().delete(poster).expect(204);
    Answer refused = guest().post("/scans", scan(gate.field("url"))).expect(200);
    assertThat(refused.field("outcome")).isEqualTo("REFUSED");
    assertThat(refused.field("reason")).isEqualTo("POSTER_REVOKED");
    assertThat(api().get("/posters/" + Journey.last(gate.field("url"))).field("state"))
        .isEqualTo("CLOSED");
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
}
