package cn.venuepass.testkit.contract;

import static cn.venuepass.testkit.http.People.COMMUNITY;
import static cn.venuepass.testkit.http.People.hotel;
import static cn.venuepass.testkit.http.People.identity;
import static cn.venuepass.testkit.http.People.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.person.ResidentIdNumber;
import cn.venuepass.testkit.http.Answer;
import cn.venuepass.testkit.http.ApiClient;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people are told. */
public interface NotificationJourneysContract extends Journey {

  @Test
  default void anApplicantShouldBeToldOfEachDecisionInTheirLanguage() {
    ApiClient keeper = api().resident(somebody());
    String id = keeper.post("/venues", hotel(COMMUNITY)).expect(201).field("id");
    String venue = "/venues/" + id;
    assertThat(keeper.get("/me/notifications").expect(200).json().at("/items")).isEmpty();
    reviewer().post(venue + "/rejection", Map.of("reason", "地址不清")).expect(200);
    Answer chinese = keeper.get("/me/notifications").expect(200);
    assertThat(chinese.field("items.0.text")).contains("塔里木宾馆", "未通过审核");
    assertThat(chinese.text()).doesNotContain("地址不清");
    Answer english = keeper.with("Accept-Language", "en").get("/me/notifications").expect(200);
    assertThat(english.field("items.0.text")).contains("塔里木宾馆", "was rejected");
    assertThat(english.field("items.0.kind")).isEqualTo("REVIEW_DECIDED");
    assertThat(english.field("items.0.approved")).isEqualTo("false");
    assertThat(english.field("items.0.venueId")).isEqualTo(id);
    aMomentLater();
    keeper.put(venue, hotel(COMMUNITY)).expect(200);
    reviewer().post(venue + "/approval", Map.of()).expect(200);
    Answer both = keeper.get("/me/notifications").expect(200);
    assertThat(both.json().at("/items")).hasSize(2);
    assertThat(both.field("items.0.approved")).isEqualTo("true");
    assertThat(both.field("items.0.text")).contains("已通过审核");
    Answer first = keeper.get("/me/notifications?limit=1").expect(200);
    Answer rest = keeper.get("/me/notifications?limit=1&cursor=" + first.field("next"));
    assertThat(rest.field("items.0.id")).isEqualTo(english.field("items.0.id"));
  }

  @Test
  default void aDecisionThatIsDeniedShouldTellNobody() {
    Hotel hotel = openHotel();
    reviewer().post(hotel.path() + "/rejection", Map.of("reason", "x")).expect(409);
    assertThat(hotel.keeper().get("/me/notifications").json().at("/items")).hasSize(1);
  }

  @Test
  default void aManagerShouldBeToldAndMarkItRead() {
    Hotel hotel = openHotel();
    ResidentIdNumber idNumber = idNumber();
    ApiClient guard = api().resident(somebody());
    guard.put("/me/identity", identity(idNumber)).expect(200);
    hotel
        .keeper()
        .post(hotel.path() + "/managers", Map.of("name", "阿依古丽", "idNumber", idNumber.text()))
        .expect(201);
    Answer told = guard.get("/me/notifications").expect(200);
    assertThat(told.field("items.0.kind")).isEqualTo("MANAGER_ACTIVATED");
    assertThat(told.field("items.0.text")).contains("塔里木宾馆");
    assertThat(told.json().at("/items/0/readAt").isNull()).isTrue();
    String read = "/me/notifications/" + told.field("items.0.id") + "/read";
    hotel.keeper().post(read, Map.of()).expectProblem(404, "NOT_FOUND");
    guard.post(read, Map.of()).expect(204);
    guard.post(read, Map.of()).expect(204);
    assertThat(guard.get("/me/notifications").json().at("/items/0/readAt").isNull()).isFalse();
  }
}
