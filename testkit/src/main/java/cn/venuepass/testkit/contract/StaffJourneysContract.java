package cn.venuepass.testkit.contract;

import static cn.venuepass.testkit.http.People.COMMUNITY;
import static cn.venuepass.testkit.http.People.OTHER_COMMUNITY;
import static cn.venuepass.testkit.http.People.hotel;
import static cn.venuepass.testkit.http.People.somebody;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.testkit.http.Answer;
import cn.venuepass.testkit.http.ApiClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Who comes to work here, what they may see, and how they leave. */
public interface StaffJourneysContract extends Journey {
  String HEADQUARTERS = "659002000000";
  String TERRITORY = "659002001000";
  String OWN_PASSWORD = "a long enough sentence";
  AtomicInteger NEXT = new AtomicInteger();

  @Test
  default void aNewReviewerShouldChangeThePasswordBeforeAnythingElse() {
    String username = username();
    Answer added = admin().post("/staff", reviewer(username, COMMUNITY)).expect(201);
    String given = added.field("temporaryPassword");
    Answer signedIn =
        api().post("/sessions/staff", Map.of("username", username, "password", given)).expect(200);
    assertThat(signedIn.field("account.obligation")).isEqualTo("CHANGE_PASSWORD");
    ApiClient reviewer = api().bearing(signedIn.field("accessToken"));
    reviewer.get("/review/applications").expectProblem(403, "PASSWORD_CHANGE_REQUIRED");
    assertThat(reviewer.get("/staff/me").expect(200).field("divisionCode")).isEqualTo(COMMUNITY);
    reviewer
        .put(
            "/staff/me/password",
            Map.of("currentPassword", given + "x", "newPassword", OWN_PASSWORD))
        .expectProblem(422, "WRONG_PASSWORD");
    reviewer
        .put("/staff/me/password", Map.of("currentPassword", given, "newPassword", "short"))
        .expectProblem(422, "INVALID_VALUE");
    reviewer
        .put("/staff/me/password", Map.of("currentPassword", given, "newPassword", OWN_PASSWORD))
        .expect(204);
    reviewer.get("/review/applications").expect(200);
    assertThat(api().staff(username, OWN_PASSWORD).get("/staff/me").json().has("obligation"))
        .isFalse();
  }

  @Test
  default void whoIsDisabledShouldBeOutWithTheNextRequest() {
    String username = username();
    String path = "/staff/" + settled(reviewer(username, COMMUNITY)).field("account.id");
    ApiClient reviewer = api().staff(username, OWN_PASSWORD);
    reviewer.get("/review/applications").expect(200);
    admin().post(path + "/disabling", Map.of()).expect(200);
    reviewer.get("/review/applications").expectProblem(401, "UNAUTHENTICATED");
    api()
        .post("/sessions/staff", Map.of("username", username, "password", OWN_PASSWORD))
        .expectProblem(401, "SIGN_IN_FAILED");
    admin().post(path + "/enabling", Map.of()).expect(200);
    reviewer.get("/review/applications").expectProblem(401, "UNAUTHENTICATED");
    api().staff(username, OWN_PASSWORD).get("/review/applications").expect(200);
  }

  @Test
  default void otherRightsShouldHoldForTheSessionThatRuns() {
    String username = username();
    String path = "/staff/" + settled(reviewer(username, COMMUNITY)).field("account.id");
    ApiClient reviewer = api().staff(username, OWN_PASSWORD);
    String venue = "/venues/" + apply(COMMUNITY);
    reviewer.get(venue).expect(200);
    admin()
        .put(path, Map.of("roles", List.of("REVIEWER"), "divisionCode", OTHER_COMMUNITY))
        .expect(200);
    reviewer.get(venue).expectProblem(404, "NOT_FOUND");
    admin()
        .put(path, Map.of("roles", List.of("TRACER"), "divisionCode", OTHER_COMMUNITY))
        .expect(200);
    reviewer.get(venue).expectProblem(403, "FORBIDDEN");
  }

  @Test
  default void anIndustryDepartmentShouldSeeItsKindsOfVenuesWhereverTheyLie() {
    String username = username();
    Answer unused =
        settled(
            Map.of(
                "username",
                username,
                "roles",
                List.of("SUPERVISOR"),
                "venueTypes",
                List.of("HOTEL")));
    ApiClient department = api().staff(username, OWN_PASSWORD);
    for (String community : List.of(COMMUNITY, OTHER_COMMUNITY)) {
      department.get("/venues/" + approve(community) + "/no-phone-parity").expect(200);
    }
    String other = username();
    Answer unusedToo =
        settled(
            Map.of(
                "username",
                other,
                "roles",
                List.of("SUPERVISOR"),
                "venueTypes",
                List.of("NO_SUCH_TYPE")));
    api()
        .staff(other, OWN_PASSWORD)
        .get("/venues/" + approve(COMMUNITY) + "/no-phone-parity")
        .expectProblem(404, "NOT_FOUND");
  }

  @Test
  default void anAdministratorOfATerritoryShouldStayWithinIt() {
    String username = username();
    Answer unused =
        settled(Map.of("username", username, "roles", List.of("ADMIN"), "divisionCode", TERRITORY));
    ApiClient territorial = api().staff(username, OWN_PASSWORD);
    territorial
        .post("/staff", reviewer(username(), OTHER_COMMUNITY))
        .expectProblem(403, "BEYOND_JURISDICTION");
    territorial
        .post("/staff", reviewer(username(), HEADQUARTERS))
        .expectProblem(403, "BEYOND_JURISDICTION");
    String beside = settled(reviewer(username(), OTHER_COMMUNITY)).field("account.id");
    territorial.get("/staff/" + beside).expectProblem(404, "NOT_FOUND");
    territorial.post("/staff/" + beside + "/disabling", Map.of()).expectProblem(404, "NOT_FOUND");
    territorial.post("/staff", reviewer(username(), COMMUNITY)).expect(201);
    territorial
        .put(
            "/venue-types/HOTEL",
            Map.of(
                "name", "宾馆",
                "department", "文旅",
                "typicalStayMinutes", 60,
                "maximumStayMinutes", 600,
                "reentryGapMinutes", 60))
        .expectProblem(403, "BEYOND_JURISDICTION");
  }

  @Test
  default void divisionsShouldComeFromASpreadsheetAllOrNone() {
    String code = "6590029%05d".formatted(NEXT.incrementAndGet() * 10);
    String below = code.substring(0, 11) + "1";
    String table = "code,parent,level,name\n%s,%s,TERRITORY,西街道\n%s,%s,COMMUNITY,西社区\n";
    Answer wrong = load(table.formatted(code, HEADQUARTERS, below, "659002999999"));
    assertThat(wrong.expect(200).field("accepted")).isEqualTo("0");
    assertThat(wrong.field("rejected.0.line")).isEqualTo("3");
    assertThat(wrong.field("rejected.0.field")).isEqualTo("parent");
    Answer right = load(table.formatted(code, HEADQUARTERS, below, code));
    assertThat(right.expect(200).field("accepted")).isEqualTo("2");
    Answer renamed =
        admin().put("/divisions/" + below, Map.of("name", "新西社区", "parent", code)).expect(200);
    assertThat(renamed.field("level")).isEqualTo("COMMUNITY");
    String venue = apply(below);
    admin().delete("/divisions/" + below).expectProblem(409, "IN_USE");
    admin().get("/venues/" + venue).expectProblem(403, "FORBIDDEN");
    load("no table at all").expectProblem(422, "INVALID_VALUE");
  }

  private static String username() {
    return "staff-" + NEXT.incrementAndGet() + "-" + System.nanoTime();
  }

  private ApiClient admin() {
    return api().staff("admin", "venuepass-demo");
  }

  private static Map<String, Object> reviewer(String username, String division) {
    return Map.of("username", username, "roles", List.of("REVIEWER"), "divisionCode", division);
  }

  /** Adds an account whose holder has chosen a password. */
  private Answer settled(Map<String, Object> account) {
    Answer added = admin().post("/staff", account).expect(201);
    String given = added.field("temporaryPassword");
    api()
        .staff(String.valueOf(account.get("username")), given)
        .put("/staff/me/password", Map.of("currentPassword", given, "newPassword", OWN_PASSWORD))
        .expect(204);
    return added;
  }

  private String apply(String community) {
    return api().resident(somebody()).post("/venues", hotel(community)).expect(201).field("id");
  }

  private String approve(String community) {
    String venue = apply(community);
    String reviewer = username();
    Answer unused = settled(reviewer(reviewer, community));
    api()
        .staff(reviewer, OWN_PASSWORD)
        .post("/venues/" + venue + "/approval", Map.of())
        .expect(200);
    return venue;
  }

  private Answer load(String csv) {
    return admin()
        .with("Content-Type", "text/csv")
        .send("POST", "/api/v1/divisions/import", BodyPublishers.ofByteArray(csv.getBytes(UTF_8)));
  }
}
