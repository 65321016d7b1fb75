package cn.venuepass.application.access;

import static cn.venuepass.application.Answers.denied;
import static cn.venuepass.application.Answers.done;
import static cn.venuepass.application.Denial.Plain.SIGN_IN_UNAVAILABLE;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.Denial;
import cn.venuepass.application.access.PromptSms.Sent;
import cn.venuepass.application.lookup.RateLimits.Who;
import cn.venuepass.application.notification.Delivery;
import cn.venuepass.application.notification.SmsGateway;
import cn.venuepass.application.notification.SmsGateway.TextMessage;
import cn.venuepass.domain.access.SignInCode;
import cn.venuepass.domain.person.PhoneNumber;
import cn.venuepass.testkit.SamplePhones;
import cn.venuepass.testkit.TestApplication;
import cn.venuepass.testkit.memory.CountingRateLimits;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A gateway that does not answer: here it does so only after the test. */
class PromptSmsTest {
  private static final Duration SHORT = Duration.ofMillis(1);
  private static final Duration LONG = Duration.ofMinutes(1);

  private final CountDownLatch afterwards = new CountDownLatch(1);
  private final BlockingQueue<TextMessage> arrived = new LinkedBlockingQueue<>();
  private final SmsGateway hanging =
      message -> {
        arrived.add(message);
        try {
          afterwards.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
        return Delivery.DELIVERED;
      };

  @AfterEach
  void answer() {
    afterwards.countDown();
  }

  @Test
  void nobodyShouldWaitForAGatewayThatHangsAndFewThreadsShould() {
    var sms = new PromptSms(hanging, SHORT);
    for (int i = 0; i < 8; i++) {
      assertThat(sms.send(message())).isEqualTo(Sent.UNKNOWN);
    }
    assertThat(sms.send(message())).isEqualTo(Sent.NOT_TAKEN);
  }

  @Test
  void theGatewaysAnswerShouldBeKnown() {
    assertThat(new PromptSms(message -> Delivery.DELIVERED, LONG).send(message()))
        .isEqualTo(Sent.TAKEN);
    assertThat(new PromptSms(message -> Delivery.REFUSED, LONG).send(message()))
        .isEqualTo(Sent.TAKEN);
    assertThat(new PromptSms(message -> Delivery.TRY_LATER, LONG).send(message()))
        .isEqualTo(Sent.NOT_TAKEN);
    SmsGateway broken =
        message -> {
          throw new IllegalStateException("broken");
        };
    assertThat(new PromptSms(broken, LONG).send(message())).isEqualTo(Sent.UNKNOWN);
  }

  @Test
  void aCodeThatMayStillArriveShouldCountAndBeGood() throws InterruptedException {
    var app = new TestApplication();
    PhoneNumber phone = SamplePhones.next();
    Who here = new Who.Address("192.0.2.1");
    var service =
        new PhoneSignInService(
            app.stores().signInCodes(),
            app.stores().accounts(),
            new PromptSms(hanging, SHORT),
            CountingRateLimits.none(),
            false,
            account ->
                new SignedIn(
                    "token",
                    SHORT,
                    "refresh",
                    account.id().value(),
                    false,
                    Set.of(),
                    Optional.empty()),
            UUID::randomUUID,
            app.clock());
    assertThat(denied(service.request(phone, here))).isEqualTo(SIGN_IN_UNAVAILABLE);
    assertThat(denied(service.request(phone, here)))
        .isEqualTo(new Denial.TooManyRequests(Duration.ofMinutes(1)));
    TextMessage late = arrived.poll(1, TimeUnit.MINUTES);
    done(service.verify(phone, new SignInCode(requireNonNull(late.values().get("code"))), here));
  }

  private static TextMessage message() {
    return new TextMessage(SamplePhones.next(), "sign-in-code", Map.of());
  }
}
