package cn.venuepass.rest;

import static cn.venuepass.testkit.http.People.COMMUNITY;
import static cn.venuepass.testkit.http.People.OTHER_COMMUNITY;
import static cn.venuepass.testkit.http.People.hotel;
import static cn.venuepass.testkit.http.People.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.notification.Delivery;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.notification.Carrier;
import cn.venuepass.domain.notification.Dispatch;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.testkit.TestApplication;
import cn.venuepass.testkit.contract.AtOnce;
import cn.venuepass.testkit.http.Answer;
import cn.venuepass.testkit.http.ApiClient;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeadLetterRoutesTest {
  private static final String LETTERS = "/notifications/dead-letters";

  @Test
  void anAdministratorShouldSeeWhatNobodyCouldBringAndHaveItTriedAgainOnce() {
    try (RunningApi server = RunningApi.start()) {
      TestApplication app = server.application();
      app.messages().weChatAnswers(Delivery.TRY_LATER);
      ApiClient keeper = server.client().resident(somebody());
      String venue = keeper.post("/venues", hotel(COMMUNITY)).field("id");
      staff(server, "reviewer")
          .post("/venues/" + venue + "/rejection", Map.of("reason", "x"))
          .expect(200);
      for (int i = 0; i < Dispatch.MOST_TRIES; i++) {
        deliver(app);
        app.clock().advance(Duration.ofHours(6));
      }
      app.addStaff("admin-here", Role.ADMIN, new DivisionCode(COMMUNITY));
      app.addStaff("admin-elsewhere", Role.ADMIN, new DivisionCode(OTHER_COMMUNITY));
      ApiClient elsewhere = staff(server, "admin-elsewhere");
      ApiClient here = staff(server, "admin-here");
      assertThat(elsewhere.get(LETTERS).expect(200).json().at("/items")).isEmpty();
      Answer letters = here.get(LETTERS).expect(200);
      assertThat(letters.json().at("/items")).hasSize(1);
      assertThat(letters.field("items.0.venueId")).isEqualTo(venue);
      assertThat(letters.field("items.0.tries")).isEqualTo("12");
      assertThat(staff(server, "admin").get(LETTERS).json()).isEqualTo(letters.json());
      String retry = LETTERS + "/" + letters.field("items.0.id") + "/retry";
      elsewhere.post(retry, Map.of()).expectProblem(404, "NOT_FOUND");
      server.client().resident(somebody()).post(retry, Map.of()).expectProblem(403, "FORBIDDEN");
      staff(server, "reviewer").post(retry, Map.of()).expectProblem(403, "FORBIDDEN");
      app.messages().weChatAnswers(Delivery.DELIVERED);
      List<Integer> answers = AtOnce.run(6, i -> here.post(retry, Map.of()).status());
      assertThat(Collections.frequency(answers, 204)).isEqualTo(1);
      assertThat(Collections.frequency(answers, 404)).isEqualTo(5);
      deliver(app);
      assertThat(app.messages().weChat()).hasSize(Dispatch.MOST_TRIES + 1);
      assertThat(here.get(LETTERS).json().at("/items")).isEmpty();
      here.post(LETTERS + "/" + UUID.randomUUID() + "/retry", Map.of())
          .expectProblem(404, "NOT_FOUND");
    }
  }

  private static void deliver(TestApplication app) {
    int unused = app.useCases().notification().deliverNotifications().deliver(Carrier.WECHAT);
  }

  private static ApiClient staff(RunningApi server, String username) {
    return server.client().staff(username, TestApplication.PASSWORD);
  }
}
