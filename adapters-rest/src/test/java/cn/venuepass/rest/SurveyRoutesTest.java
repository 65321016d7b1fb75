package cn.venuepass.rest;

import static cn.venuepass.testkit.http.People.COMMUNITY;
import static cn.venuepass.testkit.http.People.OTHER_COMMUNITY;
import static cn.venuepass.testkit.http.People.hotel;
import static cn.venuepass.testkit.http.People.somebody;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.survey.PlaceKey;
import cn.venuepass.domain.survey.SurveyLine;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.testkit.TestApplication;
import cn.venuepass.testkit.http.Answer;
import cn.venuepass.testkit.http.ApiClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Lists of places as people bring them, and what they are answered. */
class SurveyRoutesTest {
  private static final String PLACES = "/api/v1/survey/places";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String HEAD = "name,type,communityCode,address,socialCreditCode\n";

  private static RunningApi server;
  private static ApiClient supervisor;

  @BeforeAll
  static void start() {
    server = RunningApi.start();
    supervisor = server.client().staff("supervisor", TestApplication.PASSWORD);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void jsonShouldBeTakenAndTheSameTwiceChangeNothing() {
    Map<String, Object> list = Map.of("items", List.of(item(aName()), Map.of("name", "甲")));
    Answer first = supervisor.post("/survey/places", list).expect(200);
    assertThat(first.field("accepted")).isEqualTo("1");
    assertThat(first.field("rejected.0.line")).isEqualTo("2");
    assertThat(first.field("rejected.0.field")).isEqualTo("type");
    assertThat(first.field("rejected.0.message")).isEqualTo("必填");
    Answer again = supervisor.post("/survey/places", list).expect(200);
    assertThat(again.field("unchanged")).isEqualTo("1");
    assertThat(again.field("added")).isEqualTo("0");
  }

  @Test
  void csvShouldBeTakenWithEitherHeadings() {
    String name = aName();
    Answer english = csv(HEAD + row(name)).expect(200);
    assertThat(english.field("added")).isEqualTo("1");
    String chinese = "\ufeff统一社会信用代码,名称,类型,社区编码,详细地址\n," + row(name);
    assertThat(csv(chinese).expect(200).field("unchanged")).isEqualTo("1");
    csv("a,b\n1,2\n").expectProblem(422, "INVALID_VALUE");
    Answer none = csv(HEAD + row(aName()) + row(""), "KEEP_NONE").expect(200);
    assertThat(none.field("accepted")).isEqualTo("0");
    assertThat(none.field("rejected.0.line")).isEqualTo("3");
    csv(HEAD, "NONSENSE").expectProblem(422, "INVALID_VALUE");
  }

  @Test
  void nothingAtAllShouldBeNoList() {
    supervisor
        .send("POST", PLACES, BodyPublishers.noBody())
        .expectProblem(400, "MALFORMED_REQUEST");
  }

  @Test
  void anotherCharsetShouldBeRefused() {
    byte[] gbk = (HEAD + row("胡杨超市")).getBytes(Charset.forName("GBK"));
    send("text/csv", gbk).expectProblem(422, "INVALID_VALUE");
    send("text/csv;charset=GBK", gbk).expectProblem(415, "UNSUPPORTED_MEDIA_TYPE");
    send("text/csv;charset=utf-8", (HEAD + row(aName())).getBytes(UTF_8)).expect(200);
  }

  @Test
  void aWorkbookShouldBeTaken() {
    String name = aName();
    byte[] file =
        workbook(
            sheet(
                List.of("名称", "类型", "社区编码", "详细地址"),
                List.of(name, "HOTEL", "#" + COMMUNITY, "胜利路1号"),
                List.of("", "", "", ""),
                List.of("乙", "NONE", COMMUNITY, "x")));
    Answer taken = send(XLSX, file).expect(200);
    assertThat(taken.field("added")).isEqualTo("1");
    assertThat(taken.field("rejected.0.line")).isEqualTo("4");
    assertThat(csv(HEAD + row(name)).expect(200).field("unchanged")).isEqualTo("1");
  }

  @Test
  void whatIsNoWorkbookShouldBeRefused() {
    for (byte[] file :
        List.of(
            "garbage".getBytes(UTF_8),
            workbook("<worksheet"),
            workbook("<worksheet><sheetData/></worksheet>"),
            workbook(sheet(List.of("a", "b"))),
            zip(Map.of("x.txt", "x".getBytes(UTF_8))))) {
      send(XLSX, file).expectProblem(422, "INVALID_VALUE");
    }
  }

  @Test
  void columnsThatAreMissingShouldBeNamed() {
    byte[] sheet =
        workbook(sheet(List.of("名称", "场所类型", "社区编码", "地址"), List.of("甲", "x", "y", "z")));
    for (Answer answer : List.of(send(XLSX, sheet), csv("名称,场所类型,社区编码,地址\n甲,x,y,z\n"))) {
      answer.expectProblem(422, "INVALID_VALUE");
      assertThat(answer.json().at("/errors")).hasSize(2);
      assertThat(answer.field("errors.0.field")).isEqualTo("type");
      assertThat(answer.field("errors.0.message")).isEqualTo("表中没有这一列");
      assertThat(answer.field("errors.1.field")).isEqualTo("address");
    }
  }

  @Test
  void aZipBombShouldBeRefused() {
    byte[] zeros = new byte[120 * 1024 * 1024];
    send(XLSX, zip(Map.of("xl/media/image1.png", zeros))).expectProblem(422, "INVALID_VALUE");
    String cells = "<c/>".repeat(3_500_000);
    send(XLSX, workbook("<worksheet><sheetData><row>" + cells + "</row></sheetData></worksheet>"))
        .expectProblem(422, "INVALID_VALUE");
  }

  @Test
  void moreLinesThanAllowedShouldBeRefused() {
    String many = HEAD + row("甲").repeat(50_001);
    Answer answer = csv(many).expectProblem(422, "INVALID_VALUE");
    assertThat(answer.field("errors.0.message")).isEqualTo("数量过多");
    String items = IntStream.range(0, 50_001).mapToObj(i -> "{}").collect(Collectors.joining(","));
    send("application/json", ("{\"items\":[" + items + "]}").getBytes(UTF_8))
        .expectProblem(422, "INVALID_VALUE");
    send("text/csv", new byte[16 * 1024 * 1024 + 1]).expectProblem(413, "TOO_LARGE");
  }

  @Test
  void oddJsonShouldBeRefused() {
    for (String body :
        List.of(
            "",
            "null",
            "[]",
            "{}",
            "{\"items\":1}",
            "{\"items\":[1]}",
            "{\"items\":[{\"name\":1}]}",
            "{\"items\":[{\"x\":1}]}",
            "{\"items\":[{}",
            "{\"items\":[{}]} {}",
            "{\"items\":[{}],\"a\":1}")) {
      assertThat(send("application/json", body.getBytes(UTF_8)).status()).as(body).isEqualTo(400);
    }
    send("application/json", "{\"items\":[]}".getBytes(UTF_8)).expectProblem(422, "INVALID_VALUE");
    send("application/json", "{\"items\":[{\"name\":\"a\\u0000\\ud800\"}]}".getBytes(UTF_8))
        .expect(200);
  }

  @Test
  void aLongListShouldBeFollowed() {
    String name = aName();
    String lines =
        IntStream.range(0, 1_200).mapToObj(i -> row(name + i)).collect(Collectors.joining());
    Answer stored = csv(HEAD + lines + row("") + row("=1+1").replace("HOTEL", "-NONE")).expect(202);
    String path = stored.header("location").replaceFirst("^/api/v1", "");
    assertThat(path).isEqualTo("/survey/imports/" + stored.field("importId"));
    assertThat(supervisor.get(path).expect(200).field("state")).isEqualTo("WAITING");
    server.application().useCases().survey().workOffImports().workOff();
    Answer done = supervisor.get(path).expect(200);
    assertThat(done.field("state")).isEqualTo("DONE");
    assertThat(done.field("done")).isEqualTo("1202");
    assertThat(done.field("added")).isEqualTo("1200");
    assertThat(done.field("rejectedCount")).isEqualTo("2");
    assertThat(supervisor.get("/survey/imports?limit=200").expect(200).text())
        .contains(stored.field("importId"));
    Answer page = supervisor.get(path + "/rejected?limit=1").expect(200);
    assertThat(page.field("items.0.line")).isEqualTo("1202");
    assertThat(
            supervisor
                .get(path + "/rejected?limit=1&cursor=" + page.field("next"))
                .expect(200)
                .field("items.0.line"))
        .isEqualTo("1203");
    Answer file = supervisor.get(path + "/rejected?format=csv").expect(200);
    assertThat(file.header("content-type")).startsWith("text/csv");
    assertThat(file.text())
        .startsWith("\ufeffname,type,communityCode,address,socialCreditCode,line,field,message\r\n")
        .contains("\"'=1+1\",\"'-NONE\"");
    Answer again = send("text/csv", file.body()).expect(200);
    assertThat(again.json().at("/rejected")).hasSize(2);
    supervisor.get(path + "/rejected?format=pdf").expectProblem(422, "INVALID_VALUE");
  }

  @Test
  void placesShouldBeLinkedByHandAndUndone() {
    String name = aName();
    csv(HEAD + row(name)).expect(200);
    ApiClient applicant = server.client().resident(somebody());
    String venue = applicant.post("/venues", hotel(COMMUNITY)).expect(201).field("id");
    String place = placeNamed(name);
    Answer linked =
        supervisor.post("/survey/places/" + place + "/link", Map.of("venueId", venue)).expect(200);
    assertThat(linked.field("venueId")).isEqualTo(venue);
    assertThat(supervisor.get("/venues/" + venue + "/survey-places").field("linked.id"))
        .isEqualTo(place);
    String other = applicant.post("/venues", hotel(COMMUNITY)).expect(201).field("id");
    supervisor
        .post("/survey/places/" + place + "/link", Map.of("venueId", other))
        .expectProblem(409, "PLACE_LINKED");
    supervisor.delete("/survey/places/" + place + "/link").expect(204);
    supervisor.delete("/survey/places/" + place + "/link").expectProblem(404, "NOT_FOUND");
    supervisor.delete("/survey/places/" + place).expect(204);
    supervisor.delete("/survey/places/" + place).expectProblem(404, "NOT_FOUND");
    Answer back = csv(HEAD + row(name)).expect(200);
    assertThat(back.field("changed")).isEqualTo("1");
  }

  @Test
  void aListForAForeignDivisionShouldStoreNothing() {
    var application = server.application();
    var foreign =
        application.addStaff(
            "s" + UUID.randomUUID(), Role.SUPERVISOR, new DivisionCode(OTHER_COMMUNITY));
    Answer answer =
        server
            .client()
            .staff(foreign.username().text(), TestApplication.PASSWORD)
            .post("/survey/places", Map.of("items", List.of(item(aName()))))
            .expect(200);
    assertThat(answer.field("accepted")).isEqualTo("0");
    assertThat(answer.field("rejected.0.field")).isEqualTo("communityCode");
  }

  private static String placeNamed(String name) {
    var line = SurveyLine.read(1, new SurveyLine.Cells(name, "HOTEL", COMMUNITY, "胜利路1号", ""));
    return server
        .application()
        .stores()
        .surveyPlaces()
        .findByKey(PlaceKey.of(line.details()))
        .orElseThrow()
        .id()
        .value()
        .toString();
  }

  private static Answer csv(String text) {
    return send("text/csv", text.getBytes(UTF_8));
  }

  private static Answer csv(String text, String onError) {
    return supervisor
        .with("Content-Type", "text/csv")
        .send("POST", PLACES + "?onError=" + onError, BodyPublishers.ofString(text));
  }

  private static Answer send(String type, byte[] body) {
    return supervisor
        .with("Content-Type", type)
        .send("POST", PLACES, BodyPublishers.ofByteArray(body));
  }

  private static Map<String, String> item(String name) {
    return Map.of("name", name, "type", "HOTEL", "communityCode", COMMUNITY, "address", "胜利路1号");
  }

  private static String row(String name) {
    return name + ",HOTEL," + COMMUNITY + ",胜利路1号,\n";
  }

  private static String aName() {
    return "样本" + UUID.randomUUID();
  }

  /** Rows of texts; one that begins with a hash is a number. */
  @SafeVarargs
  private static String sheet(List<String>... rows) {
    var text =
        new StringBuilder(
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
    for (int r = 0; r < rows.length; r++) {
      text.append("<row r=\"").append(r + 1).append("\">");
      for (int c = 0; c < rows[r].size(); c++) {
        String cell = rows[r].get(c);
        String at = "" + (char) ('A' + c) + (r + 1);
        text.append(
            cell.startsWith("#")
                ? "<c r=\"" + at + "\"><v>" + cell.substring(1) + "</v></c>"
                : "<c r=\"" + at + "\" t=\"inlineStr\"><is><t>" + cell + "</t></is></c>");
      }
      text.append("</row>");
    }
    return text.append("</sheetData></worksheet>").toString();
  }

  private static byte[] workbook(String sheet) {
    String relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    return zip(
        Map.of(
            "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>"
                .getBytes(UTF_8),
            "_rels/.rels",
            ("<Relationships xmlns=\""
                    + relations
                    + "\"><Relationship Id=\"rId1\" Type=\""
                    + office
                    + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>")
                .getBytes(UTF_8),
            "xl/workbook.xml",
            ("<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\""
                    + office
                    + "\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>")
                .getBytes(UTF_8),
            "xl/_rels/workbook.xml.rels",
            ("<Relationships xmlns=\""
                    + relations
                    + "\"><Relationship Id=\"rId1\" Type=\""
                    + office
                    + "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>")
                .getBytes(UTF_8),
            "xl/worksheets/sheet1.xml",
            sheet.getBytes(UTF_8)));
  }

  private static byte[] zip(Map<String, byte[]> entries) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
