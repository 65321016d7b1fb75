package cn.venuepass.rest;

import static cn.venuepass.testkit.http.People.identity;
import static cn.venuepass.testkit.http.People.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.notification.Delivery;
import cn.venuepass.domain.access.SignInCode;
import cn.venuepass.domain.person.PhoneNumber;
import cn.venuepass.testkit.SampleIdNumbers;
import cn.venuepass.testkit.SamplePhones;
import cn.venuepass.testkit.TestApplication;
import cn.venuepass.testkit.http.Answer;
import cn.venuepass.testkit.http.ApiClient;
import cn.venuepass.testkit.memory.CountingRateLimits;
import cn.venuepass.testkit.memory.InMemoryStore;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Signing in by phone, where the journeys cannot go: through time, and to the limits. */
class PhoneRoutesTest {
  private final PhoneNumber phone = SamplePhones.next();

  @Test
  void anExpiredCodeShouldFail() {
    try (RunningApi server = RunningApi.start()) {
      String code = request(server).expect(202).field("demoCode");
      server.application().clock().advance(SignInCode.LIFE);
      verify(server, code).expectProblem(401, "SIGN_IN_FAILED");
    }
  }

  @Test
  void theRightCodeShouldFailAfterFiveWrongOnes() {
    try (RunningApi server = RunningApi.start()) {
      String code = request(server).expect(202).field("demoCode");
      String wrong = code.equals("000000") ? "000001" : "000000";
      for (int i = 0; i < SignInCode.MOST_ATTEMPTS; i++) {
        verify(server, wrong).expectProblem(401, "SIGN_IN_FAILED");
      }
      verify(server, code).expectProblem(401, "SIGN_IN_FAILED");
    }
  }

  @Test
  void aProvedPhoneShouldSignInToItsAccountAndToNoOther() {
    try (RunningApi server = RunningApi.start()) {
      ApiClient resident = server.client().resident(somebody());
      resident.put("/me/identity", identity(SampleIdNumbers.next())).expect(200);
      prove(resident, request(server).field("demoCode")).expect(204);
      server.application().clock().advance(Duration.ofMinutes(1));
      Answer session = verify(server, request(server).field("demoCode")).expect(200);
      assertThat(session.field("account.realNamed")).isEqualTo("true");
      assertThat(session.field("account.id")).isEqualTo(resident.get("/me").field("accountId"));
      server.application().clock().advance(Duration.ofMinutes(1));
      ApiClient other = server.client().resident(somebody());
      prove(other, request(server).field("demoCode")).expectProblem(409, "PHONE_TAKEN");
    }
  }

  @Test
  void aGatewayThatIsAwayShouldBeSaidAndNotCount() {
    try (RunningApi server = RunningApi.start()) {
      server.application().messages().smsAnswers(Delivery.TRY_LATER);
      request(server).expectProblem(503, "SIGN_IN_UNAVAILABLE");
      server.application().messages().smsAnswers(Delivery.DELIVERED);
      request(server).expect(202);
    }
  }

  @Test
  void anAddressShouldBeLimited() {
    var limited =
        new TestApplication(InMemoryStore.create(), Duration.ZERO, new CountingRateLimits(1));
    try (RunningApi server = RunningApi.over(limited)) {
      String code = request(server).expect(202).field("demoCode");
      Answer asked =
          server
              .client()
              .post("/sessions/phone", Map.of("phone", SamplePhones.next().e164()))
              .expectProblem(429, "TOO_MANY_REQUESTS");
      assertThat(asked.header("retry-after")).isEqualTo("42");
      verify(server, code).expect(200);
      verify(server, code).expectProblem(429, "TOO_MANY_REQUESTS");
    }
  }

  private Answer request(RunningApi server) {
    return server.client().post("/sessions/phone", Map.of("phone", phone.national()));
  }

  private Answer verify(RunningApi server, String code) {
    return server
        .client()
        .post("/sessions/phone/verification", Map.of("phone", phone.e164(), "code", code));
  }

  private Answer prove(ApiClient resident, String code) {
    return resident.put("/me/phone", Map.of("phone", phone.e164(), "code", code));
  }
}
