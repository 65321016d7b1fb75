package cn.venuepass.rest;

import static cn.venuepass.testkit.http.People.COMMUNITY;
import static cn.venuepass.testkit.http.People.hotel;
import static cn.venuepass.testkit.http.People.scan;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.testkit.http.Answer;
import cn.venuepass.testkit.http.ApiClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each route for families, passes and gates answers as the document says. */
class GateRoutesTest extends JourneyInMemory {

  @Test
  void aFamilyMemberShouldBeAddedShownAndRemoved() {
    ApiClient guardian = guest();
    Answer added = guardian.with("Idempotency-Key", "1").post("/me/family", elder()).expect(201);
    assertThat(added.field("maskedName")).isEqualTo("阿**汗");
    assertThat(added.field("consentVersion")).isEqualTo("2026-1");
    assertThat(guardian.get("/me/family").expect(200).json().at("/items")).hasSize(1);
    String path = "/me/family/" + added.field("id");
    guardian.get("/me/pass-code").expect(200);
    guardian.get(path + "/pass-code").expect(200);
    guardian.get(path + "/paper-pass").expectProblem(404, "NOT_FOUND");
    Answer paper = guardian.post(path + "/paper-pass", Map.of()).expect(201);
    assertThat(guardian.get(path + "/paper-pass").expect(200).json()).isEqualTo(paper.json());
    for (String image : List.of("/me/pass-code", path + "/pass-code", path + "/paper-pass")) {
      Answer svg = guardian.get(image + "/image?format=svg").expect(200);
      assertThat(svg.header("content-type")).isEqualTo("image/svg+xml");
      Answer png = guardian.get(image + "/image").expect(200);
      assertThat(png.header("content-type")).isEqualTo("image/png");
      guardian.get(image + "/image?format=gif").expectProblem(422, "INVALID_VALUE");
    }
    Answer card = guardian.get(path + "/paper-pass/card").expect(200);
    assertThat(card.header("content-type")).isEqualTo("application/pdf");
    guardian.delete(path + "/paper-pass").expect(204);
    guardian.delete(path).expect(204);
    guardian.delete(path).expectProblem(404, "NOT_FOUND");
  }

  @Test
  void companionsShouldBeAnsweredEach() {
    Hotel hotel = openHotel();
    ApiClient guardian = guest();
    String member = guardian.post("/me/family", elder()).expect(201).field("id");
    var scan = new HashMap<String, Object>(scan(hotel.in()));
    scan.put("companions", List.of(member, member));
    Answer in = guardian.post("/scans", scan).expect(200);
    assertThat(in.json().at("/companions")).hasSize(1);
    assertThat(in.field("companions.0.familyId")).isEqualTo(member);
    assertThat(in.field("companions.0.outcome")).isEqualTo("ENTERED");
    Answer visits = guardian.get("/me/visits").expect(200);
    assertThat(visits.json().findValuesAsText("forFamily")).containsExactly(member);
    assertThat(visits.field("items.0.stay.bounds.exit.latest.source")).isEqualTo("MAXIMUM_STAY");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", ""})
  void aCompanionThatIsNoIdShouldNameTheField(String id) {
    refuseCompanions(List.of(id));
    refuseCompanions(Arrays.asList((Object) null));
  }

  @Test
  void moreCompanionsThanAnybodyHasShouldBeTooMany() {
    refuseCompanions(
        Collections.nCopies(11, 0).stream().map(i -> UUID.randomUUID().toString()).toList());
  }

  private void refuseCompanions(List<?> companions) {
    var scan = new HashMap<String, Object>(scan("x"));
    scan.put("companions", companions);
    Answer problem = guest().post("/scans", scan).expectProblem(422, "INVALID_VALUE");
    assertThat(problem.field("errors.0.field")).isEqualTo("companions");
  }

  @Test
  void aManagerShouldRegisterFindAndMarkAsLeft() {
    Hotel hotel = openHotel();
    ApiClient keeper = hotel.keeper();
    String idNumber = idNumber().text();
    Answer in =
        keeper
            .post(
                hotel.path() + "/registrations",
                Map.of(
                    "scanId",
                    "a",
                    "direction",
                    "IN",
                    "idNumber",
                    idNumber,
                    "name",
                    "王小样本",
                    "overrideCapacity",
                    true))
            .expect(200);
    assertThat(in.field("maskedName")).isEqualTo("王**本");
    ApiClient guest = guest();
    String code = guest.get("/me/pass-code").field("code");
    keeper
        .post(
            hotel.path() + "/registrations",
            Map.of("scanId", "b", "direction", "IN", "passCode", code))
        .expect(200);
    Answer inside = keeper.get(hotel.path() + "/occupancy").expect(200);
    assertThat(inside.field("inside")).isEqualTo("2");
    assertThat(inside.field("people.0.staff")).isEqualTo("false");
    String search = hotel.path() + "/occupancy/search";
    assertThat(found(keeper, search, Map.of("name", "小样"))).hasSize(1);
    assertThat(found(keeper, search, Map.of("passCode", code))).hasSize(1);
    assertThat(found(keeper, search, Map.of("idNumber", idNumber))).hasSize(1);
    String ref = found(keeper, search, Map.of("idNumber", idNumber)).at("/0/personRef").asText();
    String departure = hotel.path() + "/occupancy/" + ref + "/departure";
    assertThat(keeper.post(departure, Map.of("scanId", "c")).expect(200).field("outcome"))
        .isEqualTo("LEFT");
    Answer visits = keeper.get(hotel.path() + "/visits?limit=1").expect(200);
    assertThat(visits.json().at("/items")).hasSize(1);
    assertThat(visits.json().at("/next").isNull()).isFalse();
    assertThat(visits.field("items.0.overCapacity")).isEqualTo("false");
    for (ApiClient client :
        List.of(keeper, reviewer(), api().staff("supervisor", "venuepass-demo"))) {
      Answer parity = client.get(hotel.path() + "/no-phone-parity").expect(200);
      assertThat(parity.field("venue.noPhoneShare")).isEqualTo("0.5");
    }
  }

  private static JsonNode found(ApiClient keeper, String path, Map<String, String> by) {
    return keeper.post(path, by).expect(200).json().at("/people");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|name,idNumber,passCode",
        "{\"name\":\"a\",\"passCode\":\"b\"}|name,idNumber,passCode",
        "{\"name\":\" \"}|name",
        "{\"passCode\":\"b\"}|"
      })
  void aSearchShouldBeByOneThing(String body, String fields) {
    Hotel hotel = openHotel();
    Answer problem =
        hotel
            .keeper()
            .send(
                "POST",
                "/api/v1" + hotel.path() + "/occupancy/search",
                BodyPublishers.ofString(body))
            .expect(422);
    assertThat(problem.json().findValuesAsText("field"))
        .containsExactlyElementsOf(fields == null ? List.of() : List.of(fields.split(",")));
  }

  @Test
  void neitherOrBothCredentialsShouldNameBothFields() {
    Hotel hotel = openHotel();
    for (Map<String, String> body :
        List.of(
            Map.of("scanId", "a", "direction", "IN"),
            Map.of("scanId", "a", "direction", "IN", "passCode", "x", "idNumber", "y"))) {
      Answer problem =
          hotel
              .keeper()
              .post(hotel.path() + "/registrations", body)
              .expectProblem(422, "INVALID_VALUE");
      assertThat(problem.json().findValuesAsText("field")).containsExactly("passCode", "idNumber");
    }
  }

  @Test
  void aBatchShouldAnswerEachItemInOrder() {
    Hotel hotel = openHotel();
    String batch = hotel.path() + "/registrations/batch";
    String now = now().toString();
    Map<String, Object> good =
        Map.of(
            "scanId",
            "a",
            "sequence",
            2,
            "at",
            now,
            "direction",
            "IN",
            "idNumber",
            idNumber().text());
    var forged = new HashMap<>(good);
    forged.remove("idNumber");
    forged.put("passCode", "x");
    Answer answer =
        hotel
            .keeper()
            .with("Accept-Language", "en")
            .post(
                batch,
                Map.of("deviceId", "gate-1", "items", List.of(Map.of("sequence", 5), good, forged)))
            .expect(200);
    assertThat(answer.field("items.0.code")).isEqualTo("INVALID_VALUE");
    assertThat(answer.field("items.0.detail")).isEqualTo("is required");
    assertThat(answer.field("items.1.outcome")).isEqualTo("ENTERED");
    assertThat(answer.field("items.2.code")).isEqualTo("UNKNOWN_CODE");
    Answer devices = hotel.keeper().get(hotel.path() + "/devices").expect(200);
    assertThat(devices.field("items.0.lastSequence")).isEqualTo("5");
    assertThat(devices.field("items.0.missing")).isEqualTo("3");
    assertThat(devices.json().at("/items/0/gaps").toString())
        .isEqualTo("[{\"from\":1,\"to\":1},{\"from\":3,\"to\":4}]");
    hotel
        .keeper()
        .post(batch, Map.of("deviceId", "g", "items", Collections.nCopies(501, good)))
        .expectProblem(422, "INVALID_VALUE");
    assertThat(
            hotel
                .keeper()
                .post(batch, Map.of("deviceId", "g", "items", List.of()))
                .expect(200)
                .text())
        .isEqualTo("{\"items\":[]}");
    hotel.keeper().post(batch, Map.of("items", 7)).expectProblem(400, "MALFORMED_REQUEST");
  }

  @Test
  void refusalsAndTheRosterShouldBeKept() {
    Hotel hotel = openHotel();
    ApiClient keeper = hotel.keeper();
    String refusals = hotel.path() + "/refusals";
    keeper.post(refusals, Map.of("reason", "不愿登记")).expect(201);
    keeper.post(refusals, Map.of("reason", "不愿登记", "note", "离开")).expect(201);
    keeper.post(refusals, Map.of("note", "离开")).expectProblem(422, "INVALID_VALUE");
    assertThat(keeper.get(refusals).expect(200).json().at("/items")).hasSize(2);
    String roster = hotel.path() + "/roster";
    var cook =
        Map.of("name", "王样本", "idNumber", idNumber().text(), "since", "2026-03-01T00:00:00Z");
    Answer entry = keeper.post(roster, cook).expect(201);
    keeper.post(roster, cook).expectProblem(409, "ROSTER_ENTRY_EXISTS");
    assertThat(keeper.get(roster).expect(200).json().at("/items")).hasSize(1);
    keeper.delete(roster + "/" + entry.field("id")).expect(204);
    assertThat(keeper.get(roster).expect(200).json().at("/items")).isEmpty();
  }

  @Test
  void aParentShouldAgreeToItsSubVenue() {
    Hotel hotel = openHotel();
    var shop = new HashMap<>(hotel(COMMUNITY));
    shop.put("parentVenueId", hotel.path().substring("/venues/".length()));
    Answer applied = guest().post("/venues", shop).expect(201);
    assertThat(applied.field("parentAgreed")).isEqualTo("false");
    String children = hotel.path() + "/children";
    assertThat(hotel.keeper().get(children).expect(200).field("items.0.agreed")).isEqualTo("false");
    String child = children + "/" + applied.field("id");
    assertThat(hotel.keeper().post(child + "/approval", Map.of()).expect(200).field("agreed"))
        .isEqualTo("true");
    hotel.keeper().delete(child).expect(204);
    assertThat(hotel.keeper().get(children).json().at("/items")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from=2026-03-02T00:00:00Z&to=2026-03-02T00:00:00Z",
        "from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00.001Z"
      })
  void aWindowOfParityShouldBePositiveAndAMonthAtMost(String window) {
    Hotel hotel = openHotel();
    Answer problem =
        hotel
            .keeper()
            .get(hotel.path() + "/no-phone-parity?" + window)
            .expectProblem(422, "INVALID_VALUE");
    assertThat(problem.field("errors.0.field")).isEqualTo("from");
    hotel.keeper().get(hotel.path() + "/no-phone-parity?to=2026-03-01T00:00:00Z").expect(200);
  }

  private Map<String, String> elder() {
    return Map.of("name", "阿依仙汗", "idNumber", idNumber().text(), "relation", "祖母");
  }
}
