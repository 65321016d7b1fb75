package cn.venuepass.rest;

import static cn.venuepass.testkit.http.People.COMMUNITY;
import static cn.venuepass.testkit.http.People.OTHER_COMMUNITY;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.survey.SurveyPlace;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.venue.VenueType;
import cn.venuepass.domain.venue.VenueTypeCode;
import cn.venuepass.testkit.StoreFixtures;
import cn.venuepass.testkit.StoreFixtures.Gate;
import cn.venuepass.testkit.TestApplication;
import cn.venuepass.testkit.http.Answer;
import cn.venuepass.testkit.http.ApiClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What supervisors are shown of coverage and blind spots, and what not. */
class CoverageRoutesTest {
  private static final VenueTypeCode HOTEL = new VenueTypeCode("HOTEL");
  private static final String TERRITORY = COMMUNITY.substring(0, 9) + "000";
  private static final List<String> NUMBERS =
      List.of(
          "surveyed", "applied", "approved", "posted", "scannedLast7Days", "silent", "unsurveyed");

  private final RunningApi server = RunningApi.start();
  private final TestApplication app = server.application();
  private final StoreFixtures fixtures = app.fixtures();
  private final ApiClient territory = staff(Jurisdiction.of(new DivisionCode(TERRITORY)));
  private final ApiClient whole = server.client().staff("supervisor", TestApplication.PASSWORD);

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void coverageShouldAddUpFromCommunitiesToHeadquarters() {
    SurveyPlace unapplied = aPlace(COMMUNITY);
    aScannedPlace(COMMUNITY);
    app.clock().advance(Duration.ofDays(8));
    aScannedPlace(OTHER_COMMUNITY);
    fixtures.aVenue().in(new DivisionCode(OTHER_COMMUNITY)).add();

    ApiClient headquarters = staff(Jurisdiction.of(RunningApi.HEADQUARTERS));
    JsonNode all = headquarters.get("/coverage").expect(200).json();
    assertThat(numbers(all)).containsExactly(3, 2, 2, 2, 1, 1, 1);
    assertThat(all.at("/division/level").asText()).isEqualTo("HEADQUARTERS");
    checkSums(all);
    ApiClient later = staff(Jurisdiction.of(new DivisionCode(TERRITORY)));
    JsonNode own = later.get("/coverage").expect(200).json();
    assertThat(own.at("/division/code").asText()).isEqualTo(TERRITORY);
    assertThat(numbers(own)).containsExactly(2, 1, 1, 1, 0, 1, 0);
    assertThat(own.at("/children/0/division/code").asText()).isEqualTo(COMMUNITY);
    assertThat(own.at("/byType/0/type").asText()).isEqualTo("HOTEL");
    assertThat(own.at("/byDepartment/0/department").asText()).isEqualTo("文旅");
    assertThat(numbers(own.at("/byDepartment/0"))).isEqualTo(numbers(own));
    Answer places = later.get("/survey/places?state=UNAPPLIED").expect(200);
    assertThat(places.field("items.0.id")).isEqualTo(unapplied.id().value().toString());
    assertThat(places.json().at("/items")).hasSize(1);
    assertThat(later.get("/survey/places?name=%E5%95%86%E5%BA%97").json().at("/items")).hasSize(2);
    assertThat(later.get("/survey/places?name=%E7%BA%A2%E6%9F%B3").json().at("/items")).isEmpty();
    assertThat(later.get("/survey/places?state=POSTED").field("items.0.lastScanAt"))
        .startsWith("2026-03-02");
  }

  @Test
  void aDepartmentShouldSeeItsTypesEverywhereAndNothingElse() {
    var other = new VenueType(new VenueTypeCode("SCHOOL"), "学校", "教育", StayRules.DEFAULT);
    app.stores().venueTypes().save(other);
    aPlace(COMMUNITY);
    fixtures.aPlace(new DivisionCode(OTHER_COMMUNITY), other.code());
    app.useCases().coverage().keepBlindSpots().keep();
    ApiClient education = staff(new Jurisdiction.OfVenueTypes(Set.of(other.code())));

    assertThat(numbers(education.get("/coverage").json()).get(0)).isEqualTo(1);
    assertThat(education.get("/survey/places").json().at("/items")).hasSize(1);
    assertThat(education.get("/survey/places?type=HOTEL").json().at("/items")).isEmpty();
    assertThat(education.get("/blind-spots").json().at("/items")).hasSize(1);
    assertThat(education.get("/coverage?division=" + COMMUNITY).field("surveyed")).isEqualTo("0");
    assertThat(whole.get("/coverage?department=%E6%95%99%E8%82%B2").field("surveyed"))
        .isEqualTo("1");
  }

  @Test
  void foreignDivisionsShouldLookUnknownAndOddValuesBeRefused() {
    for (String path :
        List.of(
            "/coverage",
            "/coverage/table",
            "/coverage/history",
            "/coverage/unsurveyed",
            "/survey/places",
            "/blind-spots",
            "/blind-spots/summary")) {
      String foreign =
          territory
              .get(path + "?division=" + OTHER_COMMUNITY)
              .expectProblem(404, "NOT_FOUND")
              .text();
      assertThat(territory.get(path + "?division=999999999999").text()).isEqualTo(foreign);
      territory.get(path + "?division=1").expectProblem(422, "INVALID_VALUE");
      territory.get(path + "?type=%00").expectProblem(422, "INVALID_VALUE");
    }
    territory.get("/coverage?department=%00").expectProblem(422, "INVALID_VALUE");
    territory.get("/survey/places?state=LOST").expectProblem(422, "INVALID_VALUE");
    territory.get("/survey/places?name=x").expectProblem(422, "INVALID_VALUE");
    territory.get("/survey/places?reached=LOST").expectProblem(422, "INVALID_VALUE");
    territory.get("/blind-spots?gap=LOST").expectProblem(422, "INVALID_VALUE");
    territory.get("/blind-spots?state=LOST").expectProblem(422, "INVALID_VALUE");
    for (String span :
        List.of(
            "from=2026-02-30",
            "from=2026-03-03&to=2026-03-02",
            "from=2020-01-01",
            "to=%2B999999999-12-31",
            "from=-999999999-01-01&to=-999999999-01-02")) {
      territory.get("/coverage/history?" + span).expectProblem(422, "INVALID_VALUE");
    }
  }

  @Test
  void theHistoryShouldBeDaysOfChina() {
    aPlace(COMMUNITY);
    app.useCases().coverage().keepBlindSpots().keep();
    Answer history = territory.get("/coverage/history").expect(200);
    assertThat(history.json().at("/items")).hasSize(1);
    assertThat(history.field("items.0.day")).isEqualTo("2026-03-02");
    assertThat(history.field("items.0.surveyed")).isEqualTo("1");
    assertThat(territory.get("/coverage/history?from=2026-03-01&to=2026-03-01").json().at("/items"))
        .isEmpty();
  }

  @Test
  void venuesThatNoSurveyFoundShouldShowNothingPersonal() {
    var venue = fixtures.aVenue().in(new DivisionCode(COMMUNITY)).underReview().add();
    Answer unsurveyed = territory.get("/coverage/unsurveyed").expect(200);
    assertThat(unsurveyed.field("items.0.id")).isEqualTo(venue.id().value().toString());
    assertThat(unsurveyed.field("items.0.status")).isEqualTo("PENDING");
    assertThat(unsurveyed.text())
        .doesNotContain("contact", venue.details().contactName().text(), "13800000000");
  }

  @Test
  void aBlindSpotShouldBeClosedOnceAndWithAReason() {
    SurveyPlace place = aPlace(COMMUNITY);
    app.useCases().coverage().keepBlindSpots().keep();
    Answer list = territory.get("/blind-spots").expect(200);
    assertThat(list.field("items.0.placeId")).isEqualTo(place.id().value().toString());
    assertThat(list.field("items.0.gap")).isEqualTo("NOT_APPLIED");
    assertThat(list.field("items.0.dueAt")).startsWith("2026-03-16");
    assertThat(list.field("items.0.owner.code")).isEqualTo(COMMUNITY);
    assertThat(list.field("items.0.level")).isEqualTo("COMMUNITY");
    String path = "/blind-spots/" + list.field("items.0.id");

    territory.post(path + "/closing", Map.of()).expectProblem(422, "INVALID_VALUE");
    territory
        .post(path + "/closing", Map.of("reason", "x".repeat(501)))
        .expectProblem(422, "INVALID_VALUE");
    Answer closed =
        territory
            .post(path + "/closing", Map.of("reason", "冬季停业", "evidence", "门口有告示"))
            .expect(200);
    assertThat(closed.field("closing.kind")).isEqualTo("EXCUSED");
    assertThat(closed.field("closing.reason")).isEqualTo("冬季停业");
    assertThat(closed.field("history.1.what")).isEqualTo("EXCUSED");
    territory
        .post(path + "/closing", Map.of("reason", "再次"))
        .expectProblem(409, "BLIND_SPOT_CLOSED");
    assertThat(territory.get(path).field("closing.evidence")).isEqualTo("门口有告示");
    assertThat(territory.get("/blind-spots").json().at("/items")).isEmpty();
    assertThat(territory.get("/blind-spots?state=CLOSED&gap=NOT_APPLIED").json().at("/items"))
        .hasSize(1);
    JsonNode gaps = territory.get("/blind-spots/summary").expect(200).json().at("/gaps/0");
    assertThat(gaps.at("/closedLast7Days").asInt()).isEqualTo(1);
    String ofLate = "/blind-spots?state=CLOSED_LAST_7_DAYS&gap=NOT_APPLIED";
    assertThat(territory.get(ofLate).json().at("/items")).hasSize(1);
    assertThat(gaps.at("/open").asInt()).isZero();
  }

  @Test
  void anOverdueTaskShouldShowItsNewOwnerAndStayOverdue() {
    aPlace(COMMUNITY);
    app.useCases().coverage().keepBlindSpots().keep();
    assertThat(territory.get("/blind-spots?state=OVERDUE").json().at("/items")).isEmpty();
    app.clock().advance(Duration.ofDays(14));
    app.useCases().coverage().keepBlindSpots().keep();
    ApiClient again = staff(Jurisdiction.of(new DivisionCode(TERRITORY)));
    Answer overdue = again.get("/blind-spots?state=OVERDUE").expect(200);
    assertThat(overdue.field("items.0.owner.code")).isEqualTo(TERRITORY);
    assertThat(overdue.field("items.0.overdue")).isEqualTo("true");
    assertThat(overdue.field("items.0.dueAt")).startsWith("2026-03-30");
  }

  @Test
  void everyNumberOfTheFunnelShouldOpenItsList() {
    aPlace(COMMUNITY);
    fixtures.link(
        aPlace(COMMUNITY),
        fixtures.aVenue().in(new DivisionCode(COMMUNITY)).underReview().add().id());
    aScannedPlace(COMMUNITY);
    JsonNode numbers = territory.get("/coverage").expect(200).json();
    assertThat(numbers(numbers)).containsExactly(3, 2, 1, 1, 1, 0, 0);
    assertThat(lengths(""))
        .containsExactly(
            numbers.at("/surveyed").asInt(),
            numbers.at("/applied").asInt(),
            numbers.at("/approved").asInt(),
            numbers.at("/posted").asInt(),
            numbers.at("/scannedLast7Days").asInt());
    assertThat(lengths("&state=APPLIED")).containsExactly(1, 1, 0, 0, 0);
  }

  @Test
  void theTableShouldShowTypesByDivision() {
    aPlace(COMMUNITY);
    aScannedPlace(COMMUNITY);
    aPlace(OTHER_COMMUNITY);
    JsonNode table = staff(Jurisdiction.of(RunningApi.HEADQUARTERS)).get("/coverage/table").json();
    assertThat(table.at("/types/0/code").asText()).isEqualTo("HOTEL");
    assertThat(table.at("/types/0/name").asText()).isEqualTo("宾馆");
    assertThat(table.at("/rows")).hasSize(2);
    assertThat(table.at("/rows/0/division/code").asText()).isEqualTo(TERRITORY);
    assertThat(numbers(table.at("/rows/0/cells/0"))).containsExactly(2, 1, 1, 1, 1, 0, 0);
    assertThat(numbers(table.at("/rows/1/cells/0"))).containsExactly(1, 0, 0, 0, 0, 0, 0);
  }

  private List<Integer> lengths(String more) {
    return List.of("UNAPPLIED", "APPLIED", "APPROVED", "POSTED", "SCANNED").stream()
        .map(stage -> territory.get("/survey/places?reached=" + stage + more).expect(200))
        .map(places -> places.json().at("/items").size())
        .toList();
  }

  private static void checkSums(JsonNode node) {
    if (!node.at("/children").isEmpty()) {
      for (String number : NUMBERS) {
        long sum = 0;
        for (JsonNode child : node.at("/children")) {
          sum += child.at("/" + number).asLong();
        }
        assertThat(sum).as(number).isEqualTo(node.at("/" + number).asLong());
      }
    }
    node.at("/children").forEach(CoverageRoutesTest::checkSums);
  }

  private static List<Integer> numbers(JsonNode node) {
    List<Integer> numbers = new ArrayList<>();
    NUMBERS.forEach(number -> numbers.add(node.at("/" + number).asInt(-1)));
    return numbers;
  }

  private SurveyPlace aPlace(String community) {
    return fixtures.aPlace(new DivisionCode(community), HOTEL);
  }

  private void aScannedPlace(String community) {
    Gate gate = fixtures.aVenue().in(new DivisionCode(community)).addWithGate();
    fixtures.link(aPlace(community), gate.venue().id());
    fixtures.scan(gate.in(), fixtures.aPerson().id());
  }

  private ApiClient staff(Jurisdiction jurisdiction) {
    String username = "s" + UUID.randomUUID();
    app.addStaff(username, Set.of(Role.SUPERVISOR), jurisdiction);
    return server.client().staff(username, TestApplication.PASSWORD);
  }
}
