package cn.venuepass.wechat;

import static cn.venuepass.application.Denial.Plain.SIGN_IN_UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.Result;
import cn.venuepass.application.notification.Delivery;
import cn.venuepass.application.notification.SmsGateway.TextMessage;
import cn.venuepass.application.person.WeChatIdentity;
import cn.venuepass.domain.person.PhoneNumber;
import cn.venuepass.testkit.MovableClock;
import cn.venuepass.testkit.memory.InMemoryStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A system that hangs holds so many threads, and whoever comes then is answered at once. */
class CallLimitTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final int AT_ONCE = 2;

  private final HangingServer server = new HangingServer();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    server.close();
    threads.shutdownNow();
  }

  @Test
  void aWeChatThatHangsShouldNotTakeMoreThreadsThanItMay() throws Exception {
    var settings = new WeChatSettings("wx-sample", "secret", server.uri(), LONG, LONG, AT_ONCE);
    WeChat weChat =
        WeChat.connect(
            settings,
            FakeWeChat.templates(),
            InMemoryStore.create().sharedTokens(),
            MovableClock.monday());
    List<Future<Result<WeChatIdentity>>> hanging = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      hanging.add(threads.submit(() -> weChat.login().identify("code-1")));
    }
    server.awaitArrival(AT_ONCE);

    assertThat(weChat.login().identify("code-2")).isEqualTo(Result.denied(SIGN_IN_UNAVAILABLE));
    assertThat(weChat.phone().phoneOf("code-3")).isEqualTo(Result.denied(SIGN_IN_UNAVAILABLE));
    assertThat(hanging).noneMatch(Future::isDone);

    server.release();
    for (Future<Result<WeChatIdentity>> call : hanging) {
      assertThat(call.get()).isEqualTo(Result.denied(SIGN_IN_UNAVAILABLE));
    }
  }

  @Test
  void aTextGatewayThatHangsShouldNotTakeMoreThreadsThanItMay() throws Exception {
    var file = new Properties();
    file.setProperty("url", server.uri() + "/send");
    file.setProperty("body", "{\"to\":\"{phone}\"}");
    file.setProperty("template.sign-in-code", "SMS_1");
    file.setProperty("read-timeout", "PT1M");
    HttpSmsGateway gateway = HttpSmsGateway.of(file, 1);
    var message =
        new TextMessage(new PhoneNumber("+8613800000000"), "sign-in-code", Map.of("code", "1"));
    Future<Delivery> hanging = threads.submit(() -> gateway.send(message));
    server.awaitArrival(1);

    assertThat(gateway.send(message)).isEqualTo(Delivery.TRY_LATER);
    assertThat(hanging).isNotDone();

    server.release();
    assertThat(hanging.get()).isEqualTo(Delivery.TRY_LATER);
  }
}
