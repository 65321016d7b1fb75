package cn.venuepass.testkit.contract;

import static cn.venuepass.testkit.http.People.identity;
import static cn.venuepass.testkit.http.People.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.person.ResidentIdNumber;
import cn.venuepass.testkit.http.Answer;
import cn.venuepass.testkit.http.ApiClient;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Signing in, and real-name registration. */
public interface IdentityJourneysContract extends Journey {

  @Test
  default void aLoginCodeShouldBecomeASessionOfOneAccountPerPerson() {
    String name = somebody();
    Answer first = api().post("/sessions/wechat", Map.of("code", "demo:" + name)).expect(200);
    Answer again = api().post("/sessions/wechat", Map.of("code", "demo:" + name)).expect(200);
    assertThat(again.field("account.id")).isEqualTo(first.field("account.id"));
    assertThat(first.field("account.realNamed")).isEqualTo("false");
    assertThat(first.field("account.roles.0")).isEqualTo("RESIDENT");
    api().post("/sessions/wechat", Map.of("code", "other")).expectProblem(401, "SIGN_IN_FAILED");
  }

  @Test
  default void aSessionShouldGoOnWithItsRefreshTokenOnce() {
    Answer session =
        api().post("/sessions/wechat", Map.of("code", "demo:" + somebody())).expect(200);
    var old = Map.of("refreshToken", session.field("refreshToken"));
    Answer next = api().post("/sessions/refresh", old).expect(200);
    api().bearing(next.field("accessToken")).get("/me").expect(200);
    api().post("/sessions/refresh", old).expectProblem(401, "SESSION_ENDED");
    api()
        .post("/sessions/refresh", Map.of("refreshToken", next.field("refreshToken")))
        .expectProblem(401, "SESSION_ENDED");
  }

  @Test
  default void signingOutShouldEndTheSession() {
    Answer session =
        api()
            .post("/sessions/staff", Map.of("username", "reviewer", "password", "venuepass-demo"))
            .expect(200);
    ApiClient reviewer = api().bearing(session.field("accessToken"));
    reviewer.get("/review/applications").expect(200);
    reviewer.delete("/sessions/current").expect(204);
    reviewer.get("/review/applications").expectProblem(401, "UNAUTHENTICATED");
    api()
        .post("/sessions/refresh", Map.of("refreshToken", session.field("refreshToken")))
        .expectProblem(401, "SESSION_ENDED");
  }

  @Test
  default void thePhoneShouldComeFromWeChatWhenItsCodeIsGiven() {
    ApiClient resident = api().resident(somebody());
    Map<String, Object> sharing = new HashMap<>(identity(idNumber()));
    sharing.put("phoneCode", "demo:13800000001");
    Answer both = resident.put("/me/identity", sharing).expectProblem(422, "INVALID_VALUE");
    assertThat(both.field("errors.0.field")).isEqualTo("phone");
    assertThat(both.field("errors.1.field")).isEqualTo("phoneCode");
    sharing.remove("phone");
    assertThat(resident.put("/me/identity", sharing).expect(200).field("person.maskedPhone"))
        .isEqualTo("138****0001");
    sharing.put("phoneCode", "other");
    resident.put("/me/identity", sharing).expectProblem(422, "UNKNOWN_CODE");
    sharing.put("phoneCode", " ");
    resident.put("/me/identity", sharing).expectProblem(422, "INVALID_VALUE");
    sharing.remove("phoneCode");
    Answer neither = resident.put("/me/identity", sharing).expectProblem(422, "INVALID_VALUE");
    assertThat(neither.field("errors.0.field")).isEqualTo("phone");
    assertThat(neither.text()).doesNotContain("phoneCode");
  }

  @Test
  default void realNameRegistrationShouldBindOnePersonToOneAccount() {
    ResidentIdNumber idNumber = idNumber();
    ApiClient resident = api().resident(somebody());
    Answer profile = resident.put("/me/identity", identity(idNumber)).expect(200);
    assertThat(profile.field("realNamed")).isEqualTo("true");
    assertThat(profile.field("person.maskedName")).isEqualTo("阿**丽");
    assertThat(profile.field("person.maskedIdNumber")).isEqualTo(idNumber.masked());
    assertThat(profile.field("person.maskedPhone")).isEqualTo("138****0000");
    assertThat(resident.get("/me").expect(200).json()).isEqualTo(profile.json());
    resident.put("/me/identity", identity(idNumber)).expect(200);
    resident.put("/me/identity", identity(idNumber())).expectProblem(409, "IDENTITY_ALREADY_BOUND");
    api()
        .resident(somebody())
        .put("/me/identity", identity(idNumber))
        .expectProblem(409, "IDENTITY_ALREADY_BOUND");
  }

  @Test
  default void anIdNumberWithAWrongCheckCharacterShouldBeRefused() {
    String good = idNumber().text();
    char last = good.charAt(17) == '1' ? '2' : '1';
    var wrong = new HashMap<>(identity(idNumber()));
    wrong.put("idNumber", good.substring(0, 17) + last);
    ApiClient resident = api().resident(somebody());
    Answer problem = resident.put("/me/identity", wrong).expectProblem(422, "INVALID_ID_NUMBER");
    assertThat(problem.field("errors.0.field")).isEqualTo("idNumber");
    assertThat(problem.text()).doesNotContain(good.substring(0, 17));
    assertThat(resident.get("/me").field("realNamed")).isEqualTo("false");
  }
}
