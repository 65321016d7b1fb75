package cn.venuepass.bootstrap.phone;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.venuepass.bootstrap.RunningJar;
import cn.venuepass.testkit.SampleIdNumbers;
import cn.venuepass.testkit.http.Answer;
import cn.venuepass.testkit.http.ApiClient;
import cn.venuepass.testkit.http.People;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A running demo, and what its staff and venues do while people hold their phones. */
final class Town implements AutoCloseable {
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private static final int OK = 200;

  private final RunningJar server;

  Town(Path data) {
    server = RunningJar.demo(0, data, "--no-city");
    int status = api().send("GET", "/m", BodyPublishers.noBody()).status();
    if (status != OK) {
      server.close();
    }
    assumeTrue(status == OK, "built without the phone's pages (web.skip)");
  }

  /** A hotel with both codes: its id and their addresses. */
  record Hotel(String id, String in, String out) {}

  String address() {
    return server.api().base().toString();
  }

  ApiClient api() {
    return server.api();
  }

  /** A mobile number that nobody has. */
  static String number() {
    return "1380000%04d".formatted(NUMBERS.incrementAndGet());
  }

  /** An ID number that nobody has. */
  static String idNumber() {
    return SampleIdNumbers.next().text();
  }

  /** A hotel of somebody else, approved. */
  Hotel hotel() {
    ApiClient keeper = api().resident(People.somebody());
    String id = keeper.post("/venues", People.hotelTrackingExits()).expect(201).field("id");
    approve(id);
    return hotel(keeper, id);
  }

  /** A hotel of whoever holds that phone, approved; they sign in and give their name on the way. */
  Hotel hotelManagedBy(Phone phone) {
    ApiClient keeper = api().resident(People.somebody());
    String id = keeper.post("/venues", People.hotelTrackingExits()).expect(201).field("id");
    approve(id);
    String number = number();
    String idNumber = idNumber();
    phone.signIn(number).registerAs("经理样本", idNumber, number);
    keeper
        .post("/venues/" + id + "/managers", Map.of("name", "经理样本", "idNumber", idNumber))
        .expect(201);
    return hotel(keeper, id);
  }

  /** Whoever holds that phone looks after a father without one. */
  void fatherOf(Phone phone) {
    api()
        .bearing(phone.token())
        .post("/me/family", Map.of("name", "吐尔逊样本", "idNumber", idNumber(), "relation", "父亲"))
        .expect(201);
  }

  /** The application that has waited longest. */
  String firstPending() {
    return reviewer().get("/review/applications?status=PENDING").expect(200).field("items.0.id");
  }

  /** Who came to that hotel, as the manager who holds that phone may see it. */
  List<JsonNode> visits(Hotel hotel, Phone manager) {
    Answer visits =
        api().bearing(manager.token()).get("/venues/" + hotel.id() + "/visits").expect(200);
    return visits.json().get("items").valueStream().toList();
  }

  /** The codes of that one. */
  Hotel hotel(ApiClient keeper, String id) {
    Answer posters = keeper.get("/venues/" + id + "/posters").expect(200);
    boolean inFirst = posters.field("items.0.direction").equals("IN");
    return new Hotel(
        id,
        posters.field("items.%d.url".formatted(inFirst ? 0 : 1)),
        posters.field("items.%d.url".formatted(inFirst ? 1 : 0)));
  }

  /** The community's reviewer approves it. */
  void approve(String venue) {
    reviewer().post("/venues/" + venue + "/approval", Map.of()).expect(200);
  }

  ApiClient reviewer() {
    return api().staff("reviewer", "venuepass-demo");
  }

  @Override
  public void close() {
    server.close();
  }
}
