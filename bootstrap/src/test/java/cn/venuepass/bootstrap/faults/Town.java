package cn.venuepass.bootstrap.faults;

import static cn.venuepass.testkit.http.People.identity;
import static cn.venuepass.testkit.http.People.somebody;

import cn.venuepass.bootstrap.faults.Scan.Door;
import cn.venuepass.bootstrap.faults.Scan.Walker;
import cn.venuepass.testkit.SampleIdNumbers;
import cn.venuepass.testkit.http.ApiClient;
import cn.venuepass.testkit.http.People;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The doors and the people of a load, made over the API as anybody would. */
final class Town {
  private static final String PASSWORD = "venuepass-demo";

  private Town() {}

  static List<Door> doors(ApiClient api, int count) {
    ApiClient keeper = api.resident(somebody());
    ApiClient reviewer = api.staff("reviewer", PASSWORD);
    return IntStream.range(0, count).mapToObj(i -> door(keeper, reviewer)).toList();
  }

  /** People who have proved who they are. */
  static List<Walker> walkers(ApiClient api, int count) {
    return IntStream.range(0, count).mapToObj(i -> walker(api)).toList();
  }

  private static Walker walker(ApiClient api) {
    String token =
        api.post("/sessions/wechat", Map.of("code", "demo:" + somebody()))
            .expect(200)
            .field("accessToken");
    String account =
        api.bearing(token)
            .put("/me/identity", identity(SampleIdNumbers.next()))
            .expect(200)
            .field("accountId");
    return new Walker(account, token);
  }

  private static Door door(ApiClient keeper, ApiClient reviewer) {
    String id = keeper.post("/venues", People.hotel(People.COMMUNITY)).expect(201).field("id");
    String venue = "/venues/" + id;
    reviewer.post(venue + "/approval", Map.of()).expect(200);
    return new Door(
        id,
        keeper.post(venue + "/posters", Map.of("direction", "IN")).expect(201).field("url"),
        keeper.post(venue + "/posters", Map.of("direction", "OUT")).expect(201).field("url"));
  }
}
