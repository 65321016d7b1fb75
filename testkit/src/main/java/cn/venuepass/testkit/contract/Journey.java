package cn.venuepass.testkit.contract;

import static cn.venuepass.testkit.http.People.COMMUNITY;
import static cn.venuepass.testkit.http.People.hotel;
import static cn.venuepass.testkit.http.People.identity;
import static cn.venuepass.testkit.http.People.somebody;

import cn.venuepass.domain.person.PhoneNumber;
import cn.venuepass.domain.person.ResidentIdNumber;
import cn.venuepass.testkit.SamplePhones;
import cn.venuepass.testkit.http.Answer;
import cn.venuepass.testkit.http.ApiClient;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * What a journey needs: a server with the demo's divisions, types and staff, where managers can
 * work at once, and people who go there.
 */
public interface Journey {

  /** A client that nobody has signed in with. */
  ApiClient api();

  /** ID numbers that this server has not seen. */
  ResidentIdNumber idNumber();

  /** Phone numbers that this server has not seen. */
  default PhoneNumber phone() {
    return SamplePhones.next();
  }

  /** The time of the server. */
  Instant now();

  /** Returns when the server's clock has gone on a little. */
  void aMomentLater();

  /** An approved venue with its applicant and the URLs of its two posters. */
  record Hotel(String path, ApiClient keeper, String in, String out) {}

  default Hotel openHotel() {
    return openHotel(hotel(COMMUNITY));
  }

  default Hotel openHotel(Map<String, Object> application) {
    ApiClient keeper = api().resident(somebody());
    String path = "/venues/" + keeper.post("/venues", application).expect(201).field("id");
    reviewer().post(path + "/approval", Map.of()).expect(200);
    Answer posters = keeper.get(path + "/posters").expect(200);
    boolean inFirst = posters.field("items.0.direction").equals("IN");
    String first = posters.field("items.0.url");
    String second = posters.field("items.1.url");
    return new Hotel(path, keeper, inFirst ? first : second, inFirst ? second : first);
  }

  /** The keeper types somebody's ID number. */
  default void typed(Hotel hotel, String direction, ResidentIdNumber idNumber, String name) {
    hotel
        .keeper()
        .post(hotel.path() + "/registrations", registration(direction, idNumber, name))
        .expect(200);
  }

  /** A registration by ID number. */
  static Map<String, Object> registration(
      String direction, ResidentIdNumber idNumber, String name) {
    return Map.of(
        "scanId",
        UUID.randomUUID().toString(),
        "direction",
        direction,
        "idNumber",
        idNumber.text(),
        "name",
        name);
  }

  default ApiClient guest() {
    ApiClient guest = api().resident(somebody());
    guest.put("/me/identity", identity(idNumber())).expect(200);
    return guest;
  }

  default ApiClient reviewer() {
    return api().staff("reviewer", "venuepass-demo");
  }

  static String last(String url) {
    return url.substring(url.lastIndexOf('/') + 1);
  }

  /** All pages of a list, as text. */
  static String everything(ApiClient client, String path) {
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
