package cn.venuepass.testkit.contract;

import static cn.venuepass.testkit.http.People.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.person.PhoneNumber;
import cn.venuepass.testkit.http.Answer;
import cn.venuepass.testkit.http.ApiClient;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Signing in by phone. */
public interface PhoneJourneysContract extends Journey {

  @Test
  default void aCodeShouldBecomeASessionOnce() {
    PhoneNumber phone = phone();
    Answer sent = api().post("/sessions/phone", Map.of("phone", phone.national())).expect(202);
    assertThat(sent.field("expiresIn")).isEqualTo("300");
    String code = sent.field("demoCode");
    verify(phone, code.equals("000000") ? "000001" : "000000").expectProblem(401, "SIGN_IN_FAILED");
    verify(phone(), code).expectProblem(401, "SIGN_IN_FAILED");
    Answer session = verify(phone, code).expect(200);
    assertThat(session.field("account.roles.0")).isEqualTo("RESIDENT");
    ApiClient resident = api().bearing(session.field("accessToken"));
    assertThat(resident.get("/me").expect(200).field("accountId"))
        .isEqualTo(session.field("account.id"));
    verify(phone, code).expectProblem(401, "SIGN_IN_FAILED");
  }

  @Test
  default void aNumberShouldNotGetTwoCodesWithinAMinute() {
    PhoneNumber phone = phone();
    api().post("/sessions/phone", Map.of("phone", phone.e164())).expect(202);
    Answer refused =
        api()
            .post("/sessions/phone", Map.of("phone", phone.national()))
            .expectProblem(429, "TOO_MANY_REQUESTS");
    assertThat(Integer.parseInt(refused.header("retry-after"))).isBetween(1, 60);
    assertThat(refused.text()).doesNotContain(phone.national());
  }

  @Test
  default void aPhoneShouldBeProvedByWhoeverIsSignedIn() {
    PhoneNumber phone = phone();
    ApiClient resident = api().resident(somebody());
    String code = api().post("/sessions/phone", Map.of("phone", phone.e164())).field("demoCode");
    Map<String, String> proof = Map.of("phone", phone.e164(), "code", code);
    resident.put("/me/phone", proof).expect(204);
    resident.put("/me/phone", proof).expectProblem(401, "SIGN_IN_FAILED");
  }

  @Test
  default void whatIsNoPhoneOrNoCodeShouldBeNamed() {
    Answer noPhone =
        api().post("/sessions/phone", Map.of("phone", "12345")).expectProblem(422, "INVALID_VALUE");
    assertThat(noPhone.field("errors.0.field")).isEqualTo("phone");
    Answer noCode = verify(phone(), "12345").expectProblem(422, "INVALID_VALUE");
    assertThat(noCode.field("errors.0.field")).isEqualTo("code");
  }

  private Answer verify(PhoneNumber phone, String code) {
    return api()
        .post("/sessions/phone/verification", Map.of("phone", phone.national(), "code", code));
  }
}
