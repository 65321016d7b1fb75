package cn.venuepass.rest;

import static cn.venuepass.testkit.http.People.COMMUNITY;
import static cn.venuepass.testkit.http.People.hotel;
import static cn.venuepass.testkit.http.People.identity;
import static cn.venuepass.testkit.http.People.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.testkit.SampleIdNumbers;
import cn.venuepass.testkit.TestApplication;
import cn.venuepass.testkit.http.Answer;
import cn.venuepass.testkit.http.ApiClient;
import cn.venuepass.testkit.memory.InMemoryStore;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ActivationDelayTest {
  @Test
  void aManagerShouldBeToldWhenTheAccountWillWork() {
    try (RunningApi server = RunningApi.start(InMemoryStore.create(), Duration.ofHours(1))) {
      ApiClient keeper = server.client().resident(somebody());
      String venue = "/venues/" + keeper.post("/venues", hotel(COMMUNITY)).field("id");
      server
          .client()
          .staff("reviewer", TestApplication.PASSWORD)
          .post(venue + "/approval", Map.of())
          .expect(200);
      var idNumber = SampleIdNumbers.next();
      String name = somebody();
      ApiClient guard = server.client().resident(name);
      guard.put("/me/identity", identity(idNumber)).expect(200);
      Answer added =
          keeper.post(venue + "/managers", Map.of("name", "阿依古丽", "idNumber", idNumber.text()));
      assertThat(added.field("status")).isEqualTo("ACTIVATING");
      Answer refused =
          guard
              .post(
                  venue + "/registrations",
                  Map.of(
                      "scanId", "r1",
                      "direction", "IN",
                      "idNumber", SampleIdNumbers.next().text()))
              .expectProblem(409, "MANAGER_NOT_ACTIVE");
      assertThat(refused.field("activeFrom")).isEqualTo(added.field("activeFrom"));
      assertThat(guard.get("/me/notifications").json().at("/items")).isEmpty();
      server.application().clock().advance(Duration.ofHours(1));
      assertThat(server.client().resident(name).get("/me/notifications").field("items.0.kind"))
          .isEqualTo("MANAGER_ACTIVATED");
      server.client().resident(name).get(venue + "/occupancy").expect(200);
    }
  }
}
