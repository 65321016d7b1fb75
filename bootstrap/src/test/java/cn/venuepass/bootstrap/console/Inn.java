package cn.venuepass.bootstrap.console;

import cn.venuepass.testkit.SampleIdNumbers;
import cn.venuepass.testkit.http.Answer;
import cn.venuepass.testkit.http.ApiClient;
import cn.venuepass.testkit.http.People;
import java.util.HashMap;
import java.util.Map;

/** An approved venue of somebody's own, at whose door people scan while the duty room looks. */
final class Inn {
  private final Office office;
  private final ApiClient keeper;
  private final String id;
  private final String in;

  private Inn(Office office, ApiClient keeper, String id, String in) {
    this.office = office;
    this.keeper = keeper;
    this.id = id;
    this.in = in;
  }

  /** Applied for under that name, and approved. */
  static Inn open(Office office, String name) {
    ApiClient keeper = office.api().resident(People.somebody());
    Map<String, Object> application = new HashMap<>(People.hotelTrackingExits());
    application.put("name", name);
    String id = keeper.post("/venues", application).expect(201).field("id");
    office.staff("reviewer").post("/venues/" + id + "/approval", Map.of()).expect(200);
    Answer posters = keeper.get("/venues/" + id + "/posters").expect(200);
    boolean inFirst = posters.field("items.0.direction").equals("IN");
    return new Inn(office, keeper, id, posters.field("items.%d.url".formatted(inFirst ? 0 : 1)));
  }

  String id() {
    return id;
  }

  ApiClient keeper() {
    return keeper;
  }

  /** Somebody new scans the code at the entrance. */
  Answer somebodyEnters() {
    ApiClient guest = office.api().resident(People.somebody());
    guest.put("/me/identity", People.identity(SampleIdNumbers.next())).expect(200);
    return guest.post("/scans", People.scan(in)).expect(200);
  }
}
