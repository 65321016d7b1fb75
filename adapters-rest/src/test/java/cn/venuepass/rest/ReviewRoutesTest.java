package cn.venuepass.rest;

import static cn.venuepass.testkit.http.People.COMMUNITY;
import static cn.venuepass.testkit.http.People.OTHER_COMMUNITY;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueType;
import cn.venuepass.domain.venue.VenueTypeCode;
import cn.venuepass.testkit.StoreFixtures;
import cn.venuepass.testkit.TestApplication;
import cn.venuepass.testkit.http.Answer;
import cn.venuepass.testkit.http.ApiClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a reviewer has beside one application after the other, and how staff find venues. */
class ReviewRoutesTest {
  private static final VenueType HOTEL =
      new VenueType(new VenueTypeCode("HOTEL"), "宾馆", "文旅", StayRules.DEFAULT);
  private static final String TERRITORY = COMMUNITY.substring(0, 9) + "000";

  private final RunningApi server = RunningApi.start();
  private final TestApplication app = server.application();
  private final StoreFixtures fixtures = app.fixtures();
  private final ApiClient reviewer = staff(Role.REVIEWER, COMMUNITY);
  private final ApiClient above = staff(Role.REVIEWER, RunningApi.HEADQUARTERS.text());

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void severalApplicationsShouldBeApprovedEachForItself() {
    String first = pending(COMMUNITY);
    String foreign = pending(OTHER_COMMUNITY);
    String rejected = pending(COMMUNITY);
    reviewer.post("/venues/" + rejected + "/rejection", Map.of("reason", "地址不详")).expect(200);
    String last = pending(COMMUNITY);
    var all = Map.of("venueIds", List.of(first, foreign, rejected, last, first));
    Answer once = reviewer.post("/review/approvals", all).expect(200);
    assertThat(once.json().findValuesAsText("venueId"))
        .containsExactly(first, foreign, rejected, last, first);
    assertThat(once.json().findValuesAsText("result"))
        .containsExactly("APPROVED", "NOT_FOUND", "VENUE_REJECTED", "APPROVED", "VENUE_APPROVED");
    Answer again = reviewer.post("/review/approvals", all).expect(200);
    assertThat(again.json().findValuesAsText("result"))
        .containsExactly(
            "VENUE_APPROVED", "NOT_FOUND", "VENUE_REJECTED", "VENUE_APPROVED", "VENUE_APPROVED");
    assertThat(above.get("/venues/" + foreign).field("status")).isEqualTo("PENDING");
    assertThat(reviewer.get("/venues/" + last).field("status")).isEqualTo("APPROVED");
  }

  @Test
  void anOddListOfApprovalsShouldApproveNothing() {
    String venue = pending(COMMUNITY);
    for (Object ids :
        List.of(
            List.of(),
            List.of(venue, "x"),
            Collections.nCopies(51, venue),
            Arrays.asList(venue, null))) {
      reviewer
          .post("/review/approvals", Map.of("venueIds", ids))
          .expectProblem(422, "INVALID_VALUE");
    }
    reviewer.post("/review/approvals", Map.of()).expectProblem(422, "INVALID_VALUE");
    reviewer
        .post("/review/approvals", Map.of("venueIds", venue))
        .expectProblem(400, "MALFORMED_REQUEST");
    assertThat(reviewer.get("/venues/" + venue).field("status")).isEqualTo("PENDING");
  }

  @Test
  void whatWasSeenShouldBeSaidProperlyOrNotAtAll() {
    String venue = pending(COMMUNITY);
    String path = "/venues/" + venue;
    for (String time : List.of("x", "2026-03-02", "+10000-01-01T00:00:00Z")) {
      var odd = Map.of("appliedAt", time, "reason", "地址不详");
      reviewer.post(path + "/rejection", odd).expectProblem(422, "INVALID_VALUE");
      reviewer
          .post(path + "/approval", Map.of("appliedAt", time))
          .expectProblem(422, "INVALID_VALUE");
      seen(venue, Map.of(venue, time)).expectProblem(422, "INVALID_VALUE");
    }
    String then = reviewer.get(path).field("appliedAt");
    seen(venue, Map.of("x", then)).expectProblem(422, "INVALID_VALUE");
    seen(venue, Map.of(UUID.randomUUID().toString(), then)).expectProblem(422, "INVALID_VALUE");
    seen(venue, Collections.singletonMap(venue, null)).expectProblem(422, "INVALID_VALUE");
    seen(venue, List.of(then)).expectProblem(400, "MALFORMED_REQUEST");
    assertThat(reviewer.get(path).field("status")).isEqualTo("PENDING");
    reviewer.send("POST", "/api/v1" + path + "/approval", BodyPublishers.noBody()).expect(200);
  }

  private Answer seen(String venue, Object seen) {
    return reviewer.post("/review/approvals", Map.of("venueIds", List.of(venue), "seen", seen));
  }

  @Test
  void whatWaitsShouldBeCountedAndNarrowed() {
    assertThat(above.get("/review/summary").expect(200).field("oldestAppliedAt")).isEqualTo("null");
    String first = pending(OTHER_COMMUNITY);
    app.clock().advance(Duration.ofMinutes(1));
    pending(COMMUNITY);
    pending(COMMUNITY);
    Answer summary = above.get("/review/summary").expect(200);
    assertThat(summary.field("pending")).isEqualTo("3");
    assertThat(summary.json().at("/communities").findValuesAsText("code"))
        .containsExactly(OTHER_COMMUNITY, COMMUNITY);
    assertThat(summary.json().at("/communities").findValuesAsText("pending"))
        .containsExactly("1", "2");
    assertThat(summary.field("oldestAppliedAt"))
        .isEqualTo(summary.field("communities.0.oldestAppliedAt"));
    assertThat(reviewer.get("/review/summary").field("pending")).isEqualTo("2");
    assertThat(ids(above, "/review/applications?division=" + OTHER_COMMUNITY))
        .containsExactly(first);
    assertThat(ids(above, "/review/applications?type=HOTEL")).hasSize(3);
    assertThat(ids(above, "/review/applications?type=SCHOOL")).isEmpty();
    assertThat(ids(reviewer, "/review/applications?division=" + OTHER_COMMUNITY)).isEmpty();
    above.get("/review/applications?division=1").expectProblem(422, "INVALID_VALUE");
  }

  @Test
  void duplicatesShouldSayWhyAndShowNothingPersonal() {
    String venue = pending(COMMUNITY);
    Venue twin = fixtures.aVenue().in(new DivisionCode(COMMUNITY)).ofType(HOTEL).add();
    fixtures.aVenue().in(new DivisionCode(COMMUNITY)).called("胡杨药房").at("军垦路7号").add();
    Answer found = reviewer.get("/venues/" + venue + "/duplicates").expect(200);
    assertThat(found.json().at("/items")).hasSize(1);
    assertThat(found.field("items.0.id")).isEqualTo(twin.id().value().toString());
    assertThat(found.field("items.0.ground")).isEqualTo("ALIKE");
    assertThat(found.field("items.0.score")).isEqualTo("100");
    assertThat(found.field("items.0.status")).isEqualTo("APPROVED");
    assertThat(found.text()).doesNotContain("contact", "负责人样本", "13800000000");
    String foreign = pending(OTHER_COMMUNITY);
    reviewer.get("/venues/" + foreign + "/duplicates").expectProblem(404, "NOT_FOUND");
  }

  @Test
  void staffShouldFindTheVenuesOfTheirJurisdiction() {
    Venue named = fixtures.aVenue().in(new DivisionCode(COMMUNITY)).called("Oasis 超市").add();
    String waiting = pending(COMMUNITY);
    String foreign = pending(OTHER_COMMUNITY);
    for (Role role : List.of(Role.REVIEWER, Role.SUPERVISOR, Role.TRACER, Role.CONTROLLER)) {
      ApiClient staff = staff(role, TERRITORY);
      assertThat(ids(staff, "/venues?name=oasis")).containsExactly(named.id().value().toString());
      assertThat(ids(staff, "/venues?type=HOTEL")).containsExactly(waiting).doesNotContain(foreign);
      assertThat(ids(staff, "/venues?status=PENDING")).containsExactly(waiting);
      assertThat(ids(staff, "/venues?division=" + OTHER_COMMUNITY)).isEmpty();
      assertThat(ids(staff, "/venues")).hasSize(2);
      assertThat(staff.get("/venues").text()).doesNotContain("contact", "负责人", "13800000000");
    }
    for (String query :
        List.of("name=x", "name=%00%00", "name=", "status=REMOVED", "status=x", "type=%00")) {
      reviewer.get("/venues?" + query).expectProblem(422, "INVALID_VALUE");
    }
  }

  @Test
  void auditorsShouldReadAndSearchTheNamesOfStaff() {
    String venue = pending(COMMUNITY);
    app.addStaff("gulnar", Role.REVIEWER, new DivisionCode(COMMUNITY));
    ApiClient gulnar = server.client().staff("gulnar", TestApplication.PASSWORD);
    gulnar.post("/venues/" + venue + "/approval", Map.of()).expect(200);
    ApiClient auditor = staff(Role.AUDITOR, TERRITORY);
    Answer events = auditor.get("/audit-events?username=gulnar&action=VENUE_APPROVED").expect(200);
    assertThat(events.field("items.0.venueId")).isEqualTo(venue);
    assertThat(events.field("items.0.actor.username")).isEqualTo("gulnar");
    assertThat(auditor.get("/audit-events?username=nobody-here").json().at("/items")).isEmpty();
    auditor.get("/audit-events?username=%00").expectProblem(422, "INVALID_VALUE");
  }

  private String pending(String community) {
    return fixtures
        .aVenue()
        .in(new DivisionCode(community))
        .ofType(HOTEL)
        .underReview()
        .add()
        .id()
        .value()
        .toString();
  }

  private static List<String> ids(ApiClient staff, String path) {
    return staff.get(path).expect(200).json().at("/items").findValuesAsText("id");
  }

  private ApiClient staff(Role role, String division) {
    String username = "s" + UUID.randomUUID();
    app.addStaff(username, role, new DivisionCode(division));
    return server.client().staff(username, TestApplication.PASSWORD);
  }
}
