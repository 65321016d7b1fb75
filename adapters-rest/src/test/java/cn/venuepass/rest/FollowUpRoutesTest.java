package cn.venuepass.rest;

import static cn.venuepass.testkit.http.People.COMMUNITY;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.access.StaffAccount;
import cn.venuepass.domain.cases.Case;
import cn.venuepass.domain.person.Person;
import cn.venuepass.domain.person.PersonName;
import cn.venuepass.domain.person.PhoneNumber;
import cn.venuepass.domain.tracing.Contact;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.testkit.SampleIdNumbers;
import cn.venuepass.testkit.StoreFixtures;
import cn.venuepass.testkit.StoreFixtures.Gate;
import cn.venuepass.testkit.TestApplication;
import cn.venuepass.testkit.http.Answer;
import cn.venuepass.testkit.http.ApiClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowUpRoutesTest {
  private static final DivisionCode PLACE = new DivisionCode(COMMUNITY);

  @TempDir private Path directory;
  private RunningApi server;
  private StoreFixtures fixtures;
  private StaffAccount member;
  private ApiClient tracer;
  private Case opened;
  private Person contact;
  private String path;

  @BeforeEach
  void start() {
    server = RunningApi.start();
    fixtures = server.application().fixtures();
    member = server.application().addStaff("tracer-of-team", Role.TRACER, PLACE);
    tracer = server.client().staff("tracer-of-team", TestApplication.PASSWORD);
    opened = fixtures.aCase(PLACE, member.id());
    contact =
        server
            .application()
            .stores()
            .people()
            .findOrAdd(SampleIdNumbers.next(), Optional.of(new PersonName("-样本")));
    list(opened);
    path = "/cases/" + opened.id().value();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aContactShouldBeAssignedCalledAndIsolated() {
    Answer assigned =
        tracer
            .post(path + "/assignments", Map.of("to", member.id().value(), "best", 50))
            .expect(200);
    assertThat(assigned.field("assigned")).isEqualTo("1");
    Answer mine = tracer.get(path + "/follow-up?mine=true&due=true").expect(200);
    assertThat(mine.field("items.0.state")).isEqualTo("ASSIGNED");
    assertThat(mine.field("items.0.name")).isEqualTo("-样本");
    assertThat(mine.field("items.0.totalMinutes")).isEqualTo("30");
    String one = path + "/contacts/" + contact.id().value() + "/follow-up";
    tracer.post(one, Map.of("state", "NOT_REACHED", "revision", 1)).expect(200);
    tracer
        .post(one, Map.of("state", "CALLED", "revision", 1))
        .expectProblem(409, "CHANGED_MEANWHILE");
    Answer isolated = tracer.post(one, Map.of("state", "ISOLATED", "note", "在家")).expect(200);
    assertThat(isolated.field("notReached")).isEqualTo("1");
    Answer whole = tracer.get(one).expect(200);
    assertThat(whole.json().at("/steps")).hasSize(3);
    assertThat(whole.field("steps.2.note")).isEqualTo("在家");
    assertThat(tracer.get(path + "/follow-up/counts").field("counts.ISOLATED")).isEqualTo("1");
    assertThat(tracer.get(path + "/follow-up?due=true").json().at("/items")).isEmpty();
  }

  @Test
  void whatIsWrongShouldBeNamed() {
    String one = path + "/contacts/" + contact.id().value() + "/follow-up";
    invalid(one, Map.of(), "state");
    invalid(one, Map.of("state", "NEW"), "state");
    invalid(one, Map.of("state", "CALLED", "note", "x".repeat(501)), "note");
    invalid(path + "/assignments", Map.of("best", 1), "to");
    invalid(path + "/assignments", Map.of("to", member.id().value()), "best");
    invalid(path + "/assignments", Map.of("to", member.id().value(), "best", 501), "best");
    invalid(path + "/exposure-notices", Map.of("grades", List.of(), "rings", List.of(1)), "grades");
    invalid(
        path + "/exposure-notices",
        Map.of("grades", List.of("SURE"), "rings", List.of(3)),
        "rings");
    tracer.get(path + "/contacts/export").expectProblem(422, "INVALID_VALUE");
    tracer.get(path + "/contacts/export?purpose=FUN").expectProblem(422, "INVALID_VALUE");
    tracer.get(path + "/graph?limit=2001").expectProblem(422, "INVALID_VALUE");
  }

  @Test
  void othersOfTheDivisionShouldNotSeeIt() {
    ApiClient other = server.client().staff("tracer", TestApplication.PASSWORD);
    other.get(path + "/follow-up").expectProblem(403, "NOT_ON_TEAM");
    other.get(path + "/contacts/export?purpose=CALLING").expectProblem(403, "NOT_ON_TEAM");
    other.get("/cases/" + member.id().value() + "/graph").expectProblem(404, "NOT_FOUND");
  }

  @Test
  void theGraphShouldShowMaskedNames() {
    Answer graph = tracer.get(path + "/graph").expect(200);
    assertThat(graph.json().at("/nodes")).hasSize(2);
    assertThat(graph.field("nodes.1.label")).isEqualTo("-*本");
    assertThat(graph.field("edges.0.from")).isEqualTo(opened.index().value().toString());
    assertThat(graph.field("edges.0.minutes")).isEqualTo("30");
  }

  @Test
  void aFileShouldBeSafeAndSayWhoseItIs() throws Exception {
    HttpResponse<byte[]> file = export(path + "/contacts/export?purpose=CALLING");
    String text = new String(file.body(), UTF_8);
    assertThat(text).startsWith("\ufeff");
    List<String> lines = List.of(text.split("\r\n"));
    assertThat(lines.get(0)).contains(opened.id().value().toString(), "样本病例");
    assertThat(lines.get(1)).contains("tracer-of-team");
    assertThat(lines.get(lines.size() - 2)).contains("\"'-样本\"").doesNotContain("DRILL");
    assertThat(lines.get(lines.size() - 1)).endsWith("\"1\",\"\"");
    assertThat(text).doesNotContain(contact.idNumber().text());
    assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment; filename=\"contacts-" + opened.id().value() + "-r1-");
    assertThat(file.headers().firstValue("Cache-Control")).contains("no-store");
    String numbered =
        new String(
            export(path + "/contacts/export?purpose=REPORT&withIdNumbers=true").body(), UTF_8);
    assertThat(numbered).contains(contact.idNumber().text());
    String none = new String(export(path + "/contacts/export?purpose=REPORT&ring=2").body(), UTF_8);
    assertThat(none).doesNotContain("-样本\"");
  }

  @Test
  void aWorkbookShouldHoldTexts() throws Exception {
    byte[] file = export(path + "/contacts/export?format=xlsx&purpose=CALLING").body();
    String sheet = entry(file, "xl/worksheets/sheet1.xml");
    assertThat(sheet)
        .contains("t=\"inlineStr\"><is><t>-&#x6837;&#x672c;</t>")
        .doesNotContain("<f>");
    assertThat(entry(file, "xl/worksheets/sheet2.xml")).contains("tracer-of-team");
  }

  @Test
  void aDrillShouldBeMarkedInEveryRow() throws Exception {
    Case drill = fixtures.aCase(PLACE, true, member.id());
    list(drill);
    String of = "/cases/" + drill.id().value();
    String text =
        new String(
            export(of + "/contacts/export?purpose=CALLING&withIdNumbers=true").body(), UTF_8);
    assertThat(text).contains("\"DRILL\",\"1\",\"'-*本\",\"\"").doesNotContain("-样本\"");
    assertThat(tracer.get(of + "/follow-up").field("drill")).isEqualTo("true");
    tracer
        .post(of + "/exposure-notices", Map.of("grades", List.of("CERTAIN"), "rings", List.of(1)))
        .expectProblem(409, "ONLY_A_DRILL");
  }

  @Test
  void aDrillShouldShowNobodyWhoIsReal() throws Exception {
    Gate gate = fixtures.aVenue().in(PLACE).addWithGate();
    Person real = fixtures.aPerson();
    for (int hours = 0; hours < 24 * 4; hours += 12) {
      var unused = fixtures.scan(gate.in(), real.id());
      server.application().clock().advance(Duration.ofHours(12));
    }
    tracer = server.client().staff("tracer-of-team", TestApplication.PASSWORD);
    Answer drill = tracer.post("/drills", Map.of("community", COMMUNITY)).expect(201);
    assertThat(drill.field("contacts")).isEqualTo("1");
    String of = "/cases/" + drill.field("caseId");
    String person = "/contacts/" + real.id().value();
    tracer.post(of + person + "/follow-up", Map.of("state", "NOT_REACHED")).expect(200);
    Answer contacts = tracer.get(of + "/contacts").expect(200);
    assertThat(contacts.field("items.0.name")).isEqualTo("艾**本");
    List<String> answers = new ArrayList<>(List.of(contacts.text()));
    for (String part :
        List.of(
            "",
            "/trajectory",
            person + "/trajectory",
            "/follow-up",
            person + "/follow-up",
            "/graph",
            "/revisions/1",
            "/statements")) {
      answers.add(tracer.get(of + part).expect(200).text());
    }
    Answer there = tracer.get(of + "/venues/" + gate.venue().id().value() + "/visits").expect(200);
    assertThat(there.json().at("/items")).isEmpty();
    assertThat(there.field("people")).isEqualTo("0");
    answers.add(there.text());
    answers.add(
        new String(
            export(of + "/contacts/export?purpose=CALLING&withIdNumbers=true").body(), UTF_8));
    assertThat(answers)
        .allSatisfy(
            text ->
                assertThat(text)
                    .doesNotContain(real.name().orElseThrow().text())
                    .doesNotContain(real.idNumber().text())
                    .doesNotContain(real.phone().map(PhoneNumber::national).orElse("?")));
  }

  @Test
  void visitorsOfAVenueShouldBeShownWithTheirStays() {
    Gate gate = fixtures.aVenue().in(PLACE).addWithGate();
    var unused = fixtures.scan(gate.in(), contact.id());
    String of = path + "/venues/" + gate.venue().id().value() + "/visits";
    Answer shown = tracer.get(of).expect(200);
    assertThat(shown.field("people")).isEqualTo("1");
    assertThat(shown.field("items.0.name")).isEqualTo("-样本");
    assertThat(shown.field("items.0.stay.source")).isEqualTo("TYPICAL_STAY");
    String foreign = fixtures.aVenue().add().id().value().toString();
    tracer.get(path + "/venues/" + foreign + "/visits").expectProblem(404, "NOT_FOUND");
    tracer
        .get(of + "?from=2021-01-01T00:00:00Z&to=2021-01-16T00:00:00Z")
        .expectProblem(422, "INVALID_VALUE");
  }

  @Test
  void aDrillShouldRunOverHttp() {
    fixtures.aVenue().in(PLACE).addWithGate();
    ApiClient supervisor = server.client().staff("supervisor", TestApplication.PASSWORD);
    Answer drill =
        supervisor.post("/drills", Map.of("community", COMMUNITY, "name", "夜间演练")).expect(201);
    assertThat(drill.field("drill")).isEqualTo("true");
    assertThat(drill.field("contacts")).isEqualTo("0");
    assertThat(drill.field("minutes.list")).isEqualTo("0");
    server.application().clock().advance(Duration.ofMinutes(1));
    Answer list = supervisor.get("/drills?division=" + COMMUNITY).expect(200);
    assertThat(list.field("items.0.name")).isEqualTo("夜间演练");
    Answer pace = supervisor.get("/drills/comparison").expect(200);
    assertThat(pace.field("items.0.communityCode")).isEqualTo(COMMUNITY);
    assertThat(pace.field("items.0.latestMinutes.list")).isEqualTo("0");
    supervisor.post("/drills", Map.of()).expectProblem(422, "INVALID_VALUE");
    tracer.get("/cases/" + drill.field("caseId") + "/follow-up").expect(200);
  }

  private void invalid(String at, Map<String, ?> body, String field) {
    Answer answer = tracer.post(at, body).expectProblem(422, "INVALID_VALUE");
    assertThat(answer.json().at("/errors").findValuesAsText("field")).contains(field);
  }

  private void list(Case of) {
    List<Contact> contacts = List.of(fixtures.aContact(of, contact, 30));
    var unused = fixtures.aContactList(of, 1, contacts);
  }

  private HttpResponse<byte[]> export(String of) throws IOException, InterruptedException {
    String token =
        server
            .client()
            .post(
                "/sessions/staff",
                Map.of("username", "tracer-of-team", "password", TestApplication.PASSWORD))
            .field("accessToken");
    var request =
        HttpRequest.newBuilder(URI.create(server.uri() + "/api/v1" + of))
            .header("Authorization", "Bearer " + token)
            .build();
    HttpResponse<byte[]> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer;
  }

  /**
   * By the directory at the end of the file: a workbook that is streamed has no sizes before it.
   */
  private String entry(byte[] file, String name) throws IOException {
    Path stored = Files.write(directory.resolve("contacts.xlsx"), file);
    try (var zip = new ZipFile(stored.toFile())) {
      return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), UTF_8);
    }
  }
}
