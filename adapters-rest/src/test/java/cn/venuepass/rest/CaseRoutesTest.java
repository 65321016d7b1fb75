package cn.venuepass.rest;

import static cn.venuepass.testkit.http.People.COMMUNITY;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.person.Person;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.testkit.SampleIdNumbers;
import cn.venuepass.testkit.StoreFixtures.Gate;
import cn.venuepass.testkit.TestApplication;
import cn.venuepass.testkit.http.Answer;
import cn.venuepass.testkit.http.ApiClient;
import cn.venuepass.testkit.http.People;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CaseRoutesTest {
  private static final int CONTACTS = 5;

  private RunningApi server;
  private Gate gate;
  private Person index;
  private ApiClient tracer;

  @BeforeEach
  void start() {
    server = RunningApi.start();
    var fixtures = server.application().fixtures();
    gate = fixtures.aVenue().in(new DivisionCode(COMMUNITY)).addWithGate();
    index = fixtures.aPerson();
    fixtures.scan(gate.in(), index.id());
    for (int i = 0; i < CONTACTS; i++) {
      server.application().clock().advance(Duration.ofMinutes(5));
      fixtures.scan(gate.in(), fixtures.aPerson().id());
    }
    server.application().clock().advance(Duration.ofMinutes(30));
    server.application().addStaff("tracer-1", Role.TRACER, new DivisionCode(COMMUNITY));
    tracer = server.client().staff("tracer-1", TestApplication.PASSWORD);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void contactsShouldComePageByPageWithTheirNames() {
    String path = open();
    List<String> listed = new ArrayList<>();
    String query = "?limit=2";
    do {
      Answer page = tracer.get(path + "/contacts" + query).expect(200);
      page.json().at("/items").forEach(item -> listed.add(item.get("personRef").asText()));
      assertThat(page.field("items.0.name")).isEqualTo("艾力样本");
      assertThat(page.field("items.0.overlaps.0.venue.id"))
          .isEqualTo(gate.venue().id().value().toString());
      query = page.json().at("/next").isNull() ? "" : "?limit=2&cursor=" + page.field("next");
    } while (!query.isEmpty());
    assertThat(listed).hasSize(CONTACTS).doesNotHaveDuplicates();
    assertThat(tracer.get(path + "/contacts?ring=2").json().at("/items")).isEmpty();
    assertThat(tracer.get(path + "/contacts?minOverlapMinutes=46").json().at("/items")).hasSize(1);
    for (String wrong :
        List.of(
            "ring=3",
            "grade=SURE",
            "staff=maybe",
            "limit=0",
            "cursor=garbage",
            "cursor=MS8xLzE",
            "minOverlapMinutes=-1",
            "within=0",
            "within=3&ring=1")) {
      tracer.get(path + "/contacts?" + wrong).expectProblem(422, "INVALID_VALUE");
    }
  }

  @Test
  void aTeamShouldSeeWhomItCanCall() {
    String path = open();
    Answer plan = tracer.get(path + "/capacity?calls=2").expect(200);
    assertThat(plan.field("chosen")).isEqualTo("2");
    assertThat(plan.field("leftOut")).isEqualTo("3");
    assertThat(plan.field("line.rank")).isEqualTo("2");
    Answer first = tracer.get(path + "/contacts?within=2&limit=1").expect(200);
    Answer second =
        tracer.get(path + "/contacts?within=2&limit=1&cursor=" + first.field("next")).expect(200);
    assertThat(second.field("items.0.risk")).isEqualTo(plan.field("line.risk"));
    assertThat(second.json().at("/next").isNull()).isTrue();
    assertThat(second.field("items.0.personRef")).isNotEqualTo(first.field("items.0.personRef"));
    assertThat(tracer.get(path + "/capacity?calls=9").json().at("/line").isNull()).isTrue();
    tracer.get(path + "/capacity").expectProblem(422, "INVALID_VALUE");
  }

  @Test
  void aTrajectoryShouldShowScansAndStatementsSideBySide() {
    String path = open();
    Answer before = tracer.get(path + "/trajectory").expect(200);
    assertThat(before.json().at("/items")).hasSize(1);
    assertThat(before.field("items.0.entry.doubtful")).isEqualTo("false");
    assertThat(before.json().at("/items/0/exit").isNull()).isTrue();
    String left = now().minus(Duration.ofMinutes(20)).toString();
    Map<String, String> told =
        Map.of("visitId", before.field("items.0.visitId"), "leftAt", left, "note", "九点离开");
    tracer.post(path + "/statements", told).expect(201);
    Answer after = tracer.get(path + "/trajectory").expect(200);
    assertThat(after.field("items.0.statements.0.note")).isEqualTo("九点离开");
    assertThat(after.field("items.0.stay.source")).isEqualTo("STATED");
    assertThat(Instant.parse(after.field("items.0.stay.to"))).isEqualTo(Instant.parse(left));
    assertThat(tracer.get(path + "/statements").json().at("/items")).hasSize(1);
    Answer revisions = tracer.get(path + "/revisions").expect(200);
    assertThat(revisions.field("items.0.causes.0")).isEqualTo("STATEMENT");
    assertThat(tracer.get(path + "/revisions/1").field("count")).isEqualTo("5");
    tracer.get(path + "/revisions/3").expectProblem(404, "NOT_FOUND");
    Map<String, String> foreign =
        Map.of("visitId", "00000000-0000-0000-0000-000000000000", "leftAt", left);
    tracer.post(path + "/statements", foreign).expectProblem(422, "INVALID_VALUE");
    tracer.post(path + "/statements", Map.of("leftAt", left)).expectProblem(422, "INVALID_VALUE");
  }

  @Test
  void aWithdrawnStatementShouldBeListedAsSuchAndCountNoMore() {
    String path = open();
    String visit = tracer.get(path + "/trajectory").field("items.0.visitId");
    String left = now().minus(Duration.ofMinutes(20)).toString();
    Map<String, String> told = Map.of("visitId", visit, "leftAt", left);
    Answer taken = tracer.post(path + "/statements", told).expect(201);
    assertThat(taken.json().at("/withdrawnAt").isNull()).isTrue();
    String statement = path + "/statements/" + taken.field("id");
    tracer.delete(statement).expect(204);
    Answer listed = tracer.get(path + "/statements").expect(200);
    assertThat(Instant.parse(listed.field("items.0.withdrawnAt"))).isEqualTo(now());
    assertThat(listed.field("items.0.withdrawnBy"))
        .isEqualTo(tracer.get(path).field("details.team.0.id"));
    assertThat(tracer.get(path + "/trajectory").json().at("/items/0/statements")).isEmpty();
    assertThat(tracer.get(path + "/revisions").field("items.0.causes.0")).isEqualTo("STATEMENT");
    tracer.delete(statement).expect(204);
    assertThat(tracer.get(path + "/revisions").json().at("/items")).hasSize(3);
    tracer
        .delete(path + "/statements/00000000-0000-0000-0000-000000000000")
        .expectProblem(404, "NOT_FOUND");
    server.application().addStaff("tracer-2", Role.TRACER, new DivisionCode(COMMUNITY));
    ApiClient colleague = server.client().staff("tracer-2", TestApplication.PASSWORD);
    colleague.delete(statement).expectProblem(403, "NOT_ON_TEAM");
  }

  @Test
  void aStatementThatCannotBeShouldBeRefused() {
    String path = open();
    String visit = tracer.get(path + "/trajectory").field("items.0.visitId");
    Instant entered = now().minus(Duration.ofMinutes(55));
    for (Map<String, String> wrong :
        List.of(
            Map.of("leftAt", entered.toString()),
            Map.of("leftAt", now().plus(Duration.ofMinutes(6)).toString()),
            Map.of("enteredAt", entered.minus(Duration.ofHours(25)).toString()),
            Map.of(
                "enteredAt", entered.plusSeconds(60).toString(),
                "leftAt", entered.plusSeconds(60).toString()))) {
      var told = new HashMap<>(wrong);
      told.put("visitId", visit);
      tracer.post(path + "/statements", told).expectProblem(422, "INVALID_VALUE");
    }
    var unscanned = new HashMap<String, String>();
    unscanned.put("venueId", gate.venue().id().value().toString());
    unscanned.put("enteredAt", now().minus(Duration.ofDays(20)).toString());
    unscanned.put("leftAt", now().minus(Duration.ofDays(19)).toString());
    Answer refused = tracer.post(path + "/statements", unscanned);
    assertThat(refused.expectProblem(422, "INVALID_VALUE").field("errors.0.field"))
        .isEqualTo("enteredAt");
    unscanned.put("enteredAt", now().minus(Duration.ofDays(18)).toString());
    unscanned.put("leftAt", now().minus(Duration.ofDays(17)).toString());
    tracer.post(path + "/statements", unscanned).expect(201);
    assertThat(tracer.get(path + "/statements").json().at("/items")).hasSize(1);
  }

  @Test
  void anOpeningShouldHintAtOtherOpenCasesOfThePerson() {
    String first = open().substring("/cases/".length());
    Answer second = tracer.post("/cases", opening()).expect(201);
    assertThat(second.json().at("/alsoOpen")).hasSize(1);
    assertThat(second.field("alsoOpen.0")).isEqualTo(first);
    assertThat(tracer.get("/cases").json().at("/items/0").has("alsoOpen")).isFalse();
    tracer.post("/cases/" + first + "/closing", Map.of("report", "重复")).expect(200);
    assertThat(tracer.get("/cases/" + second.field("id")).json().at("/alsoOpen")).isEmpty();
    Map<String, Object> old = new HashMap<>(opening());
    for (String field : List.of("onsetAt", "sampledAt")) {
      old.put(field, now().minus(Duration.ofDays(29)).toString());
      assertThat(tracer.post("/cases", old).expectProblem(422, "INVALID_VALUE").text())
          .contains(field);
      old.put(field, now().minus(Duration.ofDays(27)).toString());
    }
    tracer.post("/cases", old).expect(201);
  }

  @Test
  void whoIsNotOfTheTeamShouldSeeThatThereIsACaseAndStrangersNothing() {
    String path = open();
    server.application().addStaff("tracer-2", Role.TRACER, new DivisionCode(COMMUNITY));
    ApiClient colleague = server.client().staff("tracer-2", TestApplication.PASSWORD);
    Answer seen = colleague.get(path).expect(200);
    assertThat(seen.field("owner")).isEqualTo("tracer-1");
    assertThat(seen.json().has("details")).isFalse();
    assertThat(tracer.get(path).field("details.index.name")).isEqualTo("艾力样本");
    colleague.get(path + "/contacts").expectProblem(403, "NOT_ON_TEAM");
    tracer.put(path + "/team", Map.of("members", List.of("tracer-2"))).expect(200);
    colleague.get(path + "/contacts").expect(200);
    server
        .application()
        .addStaff("tracer-3", Role.TRACER, new DivisionCode(People.OTHER_COMMUNITY));
    ApiClient stranger = server.client().staff("tracer-3", TestApplication.PASSWORD);
    for (String part : List.of("", "/contacts", "/trajectory", "/revisions", "/statements")) {
      stranger.get(path + part).expectProblem(404, "NOT_FOUND");
    }
    assertThat(stranger.get("/cases").json().at("/items")).isEmpty();
    tracer.post(path + "/closing", Map.of("report", "结案")).expect(200);
    tracer.get(path + "/contacts").expectProblem(409, "CASE_CLOSED");
    assertThat(tracer.get(path).json().at("/details").has("index")).isFalse();
  }

  @Test
  void anOpeningShouldSayWhatIsWrong() {
    Map<String, Object> wrong = new HashMap<>(opening());
    wrong.put("idNumber", "123");
    tracer.post("/cases", wrong).expectProblem(422, "INVALID_ID_NUMBER");
    wrong.putAll(opening());
    wrong.remove("onsetAt");
    tracer.post("/cases", wrong).expectProblem(422, "INVALID_VALUE");
    wrong.put("onsetAt", now().plus(Duration.ofHours(1)).toString());
    tracer.post("/cases", wrong).expectProblem(422, "INVALID_VALUE");
    wrong.putAll(opening());
    wrong.put("idNumber", SampleIdNumbers.next().text());
    Answer one = tracer.with("Idempotency-Key", "k").post("/cases", wrong).expect(201);
    Answer two = tracer.with("Idempotency-Key", "k").post("/cases", wrong).expect(201);
    assertThat(two.field("id")).isEqualTo(one.field("id"));
    assertThat(tracer.get("/cases?status=OPEN").json().at("/items")).hasSize(1);
    assertThat(tracer.get("/cases?drill=true").json().at("/items")).isEmpty();
  }

  private String open() {
    return "/cases/" + tracer.post("/cases", opening()).expect(201).field("id");
  }

  private Map<String, Object> opening() {
    return Map.of(
        "idNumber",
        index.idNumber().text(),
        "reference",
        "2021-1",
        "purpose",
        "流调",
        "onsetAt",
        now().minus(Duration.ofDays(1)).toString());
  }

  private Instant now() {
    return server.application().clock().instant();
  }
}
