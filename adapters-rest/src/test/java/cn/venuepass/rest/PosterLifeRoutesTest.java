package cn.venuepass.rest;

import static cn.venuepass.testkit.http.People.COMMUNITY;
import static cn.venuepass.testkit.http.People.OTHER_COMMUNITY;
import static cn.venuepass.testkit.http.People.hotel;
import static cn.venuepass.testkit.http.People.scan;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.testkit.http.Answer;
import cn.venuepass.testkit.http.ApiClient;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each route about posters that hang answers as the document says. */
class PosterLifeRoutesTest extends JourneyInMemory {

  @Test
  void aPosterShouldSayThatItHangs() {
    Hotel hotel = openHotel();
    String poster = path(hotel);
    assertThat(shown(hotel).field("items.0.downloadedAt")).isEqualTo("null");
    hotel.keeper().get(poster + "/sheet").expect(200);
    assertThat(shown(hotel).field("items.0.downloadedAt")).isEqualTo(text(now()));
    Answer confirmed = hotel.keeper().post(poster + "/confirmation", Map.of()).expect(200);
    assertThat(confirmed.field("confirmedAt")).isEqualTo(text(now()));
    Instant before = now();
    aMomentLater();
    Answer again =
        hotel.keeper().post(poster + "/confirmation", Map.of("at", text(before))).expect(200);
    assertThat(again.field("confirmedAt")).isEqualTo(text(before));
  }

  @Test
  void aPictureShouldSayWhereItBelongsUnlessThePlainCodeIsWanted() {
    Hotel hotel = openHotel();
    String image = path(hotel) + "/image?format=svg";
    assertThat(drawn(hotel, image)).contains("塔里木宾馆", "IN");
    assertThat(drawn(hotel, image + "&plain=false")).isEqualTo(drawn(hotel, image));
    assertThat(drawn(hotel, image + "&plain=true")).doesNotContain("塔里木宾馆", "IN\n");
    Answer problem =
        hotel.keeper().get(image + "&plain=perhaps").expectProblem(422, "INVALID_VALUE");
    assertThat(problem.field("errors.0.field")).isEqualTo("plain");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tomorrow", "2099-01-01T00:00:00Z", "2001-01-01T00:00:00Z"})
  void aTimeThatCannotBeShouldNameTheField(String at) {
    Hotel hotel = openHotel();
    Answer problem =
        hotel
            .keeper()
            .post(path(hotel) + "/confirmation", Map.of("at", at))
            .expectProblem(422, "INVALID_VALUE");
    assertThat(problem.field("errors.0.field")).isEqualTo("at");
  }

  @Test
  void aPosterShouldBeReplacedOnceWithAnOverlap() {
    Hotel hotel = openHotel();
    String poster = path(hotel);
    Map<String, String> request = Map.of("label", "北门", "overlap", "P1D");
    ApiClient keeper = hotel.keeper().with("Idempotency-Key", "1");
    Answer fresh = keeper.post(poster + "/replacement", request).expect(201);
    assertThat(fresh.field("label")).isEqualTo("北门");
    assertThat(poster).endsWith(fresh.field("replaces"));
    assertThat(keeper.post(poster + "/replacement", request).expect(201).field("id"))
        .isEqualTo(fresh.field("id"));
    hotel.keeper().post(poster + "/replacement", Map.of()).expectProblem(409, "POSTER_REPLACED");
    Answer all = shown(hotel);
    assertThat(all.json().at("/items")).hasSize(3);
    assertThat(all.field("items.0.replacedBy")).isEqualTo(fresh.field("id"));
    assertThat(all.field("items.0.revokedAt")).isEqualTo(text(now().plus(Duration.ofDays(1))));
    hotel.keeper().delete(poster).expect(204);
    hotel.keeper().post(poster + "/confirmation", Map.of()).expectProblem(409, "POSTER_REVOKED");
  }

  @ParameterizedTest
  @CsvSource({"overlap, week", "overlap, -PT1S", "overlap, P31D", "label, ' '"})
  void aReplacementThatCannotBeShouldNameTheField(String field, String value) {
    Hotel hotel = openHotel();
    Answer problem =
        hotel
            .keeper()
            .post(path(hotel) + "/replacement", Map.of(field, value))
            .expectProblem(422, "INVALID_VALUE");
    assertThat(problem.field("errors.0.field")).isEqualTo(field);
  }

  @Test
  void whoCannotHaveBeenThereShouldBeDoubtedUntilASupervisorSaysOtherwise() {
    Hotel here = openHotel(hotel(COMMUNITY));
    Hotel there = openFarHotel();
    ApiClient guest = guest();
    guest.post("/scans", scan(here.in())).expect(200);
    assertThat(guest.get("/me/visits").expect(200).json().findValue("doubt")).isNull();
    aMomentLater();
    guest.post("/scans", scan(there.in())).expect(200);
    follow();
    Answer visits = guest.get("/me/visits").expect(200);
    assertThat(visits.json().findValuesAsText("entry")).contains("TWO_PLACES");
    assertThat(visits.field("items.1.stay.source")).isEqualTo("DOUBTED");
    Answer atVenue = here.keeper().get(here.path() + "/visits").expect(200);
    assertThat(atVenue.field("items.0.doubt.entry")).isEqualTo("TWO_PLACES");
    Answer activity = here.keeper().get(path(here) + "/activity?days=1").expect(200);
    assertThat(activity.field("days.0.scans")).isEqualTo("1");
    assertThat(activity.field("warnings.0.kind")).isEqualTo("TWO_PLACES");

    Answer found = supervisor().get(warnings("TWO_PLACES")).expect(200);
    assertThat(found.field("items.0.people")).isEqualTo("1");
    assertThat(found.field("items.0.communityCode")).isEqualTo(COMMUNITY);
    String warning = "/supervision/poster-warnings/" + found.field("items.0.id");
    supervisor().post(warning + "/dismissal", Map.of()).expectProblem(422, "INVALID_VALUE");
    supervisor().post(warning + "/dismissal", Map.of("reason", "同一条街")).expect(204);
    supervisor()
        .post(warning + "/dismissal", Map.of("reason", "同一条街"))
        .expectProblem(409, "WARNING_DISMISSED");
    assertThat(supervisor().get(warnings("TWO_PLACES")).expect(200).json().at("/items")).isEmpty();
    follow();
    assertThat(guest.get("/me/visits").expect(200).field("items.1.stay.source"))
        .isNotEqualTo("DOUBTED");
  }

  @Test
  void silentPostersShouldBeListed() {
    Hotel hotel = openHotel();
    String in = posterId(hotel, "IN");
    String out = posterId(hotel, "OUT");
    application().clock().advance(Duration.ofDays(8));
    guest().post("/scans", scan(hotel.in())).expect(200);
    follow();
    String silent = "/supervision/silent-posters?type=HOTEL&division=" + COMMUNITY;
    Answer found = supervisor().get(silent + "&limit=200").expect(200);
    assertThat(found.json().findValuesAsText("posterId")).contains(out).doesNotContain(in);
    assertThat(supervisor().get(silent + "&days=9").expect(200).json().findValuesAsText("posterId"))
        .doesNotContain(out);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "silent-posters?days=0",
        "silent-posters?days=x",
        "silent-posters?division=1",
        "silent-posters?type=%20",
        "poster-warnings?kind=SILENT",
        "poster-warnings?limit=0"
      })
  void whatCannotBeAskedShouldBeInvalid(String query) {
    supervisor().get("/supervision/" + query).expectProblem(422, "INVALID_VALUE");
  }

  /** A hotel in another territory. */
  private Hotel openFarHotel() {
    ApiClient keeper = guest();
    String path =
        "/venues/" + keeper.post("/venues", hotel(OTHER_COMMUNITY)).expect(201).field("id");
    farReviewer().post(path + "/approval", Map.of()).expect(200);
    String in = keeper.get(path + "/posters").expect(200).field("items.0.url");
    return new Hotel(path, keeper, in, in);
  }

  private ApiClient farReviewer() {
    application().addStaff("far", Role.REVIEWER, new DivisionCode(OTHER_COMMUNITY));
    return api().staff("far", "venuepass-demo");
  }

  private ApiClient supervisor() {
    return api().staff("supervisor", "venuepass-demo");
  }

  private void follow() {
    assertThat(application().useCases().posterLife().followPosters().follow()).isTrue();
  }

  private static Answer shown(Hotel hotel) {
    return hotel.keeper().get(hotel.path() + "/posters").expect(200);
  }

  /** The first poster. */
  private static String drawn(Hotel hotel, String image) {
    return new String(hotel.keeper().get(image).expect(200).body(), UTF_8);
  }

  private static String path(Hotel hotel) {
    return hotel.path() + "/posters/" + posterId(hotel, "IN");
  }

  private static String posterId(Hotel hotel, String direction) {
    Answer shown = shown(hotel);
    return shown.field("items.0.direction").equals(direction)
        ? shown.field("items.0.id")
        : shown.field("items.1.id");
  }

  private static String warnings(String kind) {
    return "/supervision/poster-warnings?kind=" + kind + "&division=" + COMMUNITY;
  }

  private static String text(Instant at) {
    return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
        .withZone(ZoneOffset.UTC)
        .format(at);
  }
}
