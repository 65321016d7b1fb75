package cn.venuepass.bootstrap.phone;

import cn.venuepass.bootstrap.RunningJar;
import cn.venuepass.testkit.SampleIdNumbers;
import cn.venuepass.testkit.http.Answer;
import cn.venuepass.testkit.http.ApiClient;
import cn.venuepass.testkit.http.People;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A running demo, and what its staff and venues do while people hold their phones. */
final class Town implements AutoCloseable {
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final RunningJar server;

  Town(Path data) {
    server = RunningJar.demo(0, data, "--no-city");
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
