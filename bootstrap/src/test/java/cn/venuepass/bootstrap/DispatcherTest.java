package cn.venuepass.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.notification.DeliverNotifications;
import cn.venuepass.domain.notification.Carrier;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DispatcherTest {
  private static final Duration SHORT = Duration.ofMillis(1);
  private static final Duration NEVER = Duration.ofDays(1);

  @Test
  void aCarrierThatHangsShouldHoldUpOnlyItself() throws InterruptedException {
    var never = new CountDownLatch(1);
    var interrupted = new CountDownLatch(1);
    var rounds = new CountDownLatch(3);
    DeliverNotifications hanging =
        carrier -> {
          if (carrier == Carrier.SMS) {
            rounds.countDown();
            return 0;
          }
          try {
            never.await();
          } catch (InterruptedException e) {
            interrupted.countDown();
          }
          return 0;
        };
    try (Dispatcher dispatcher = Dispatcher.start(hanging, SHORT, SHORT)) {
      assertThat(dispatcher).isNotNull();
      assertThat(happens(rounds)).isTrue();
      assertThat(interrupted.getCount()).isEqualTo(1);
    }
    assertThat(happens(interrupted)).isTrue();
  }

  @Test
  void aFullRoundShouldBeFollowedAtOnceAndABrokenOneLater() throws InterruptedException {
    var fourth = new CountDownLatch(4);
    var rounds = new AtomicInteger();
    DeliverNotifications busy =
        carrier -> {
          fourth.countDown();
          return rounds.incrementAndGet() < 4 ? DeliverNotifications.MOST_AT_ONCE : 0;
        };
    try (Dispatcher dispatcher = Dispatcher.start(busy, SHORT, SHORT)) {
      assertThat(dispatcher).isNotNull();
      assertThat(happens(fourth)).isTrue();
    }
    var again = new CountDownLatch(6);
    DeliverNotifications broken =
        carrier -> {
          again.countDown();
          throw new IllegalStateException("broken");
        };
    try (Dispatcher dispatcher = Dispatcher.start(broken, SHORT, SHORT)) {
      assertThat(dispatcher).isNotNull();
      assertThat(happens(again)).isTrue();
    }
  }

  @Test
  void closeShouldWaitForTheRoundsUnderWay() throws InterruptedException {
    var under = new CountDownLatch(Carrier.values().length);
    var closing = new CountDownLatch(1);
    var finished = new AtomicInteger();
    DeliverNotifications slow =
        carrier -> {
          under.countDown();
          try {
            closing.await();
          } catch (InterruptedException e) {
            return 0;
          }
          finished.incrementAndGet();
          return 0;
        };
    Dispatcher dispatcher = Dispatcher.start(slow, SHORT, NEVER);
    assertThat(happens(under)).isTrue();
    closing.countDown();
    dispatcher.close();
    assertThat(dispatcher.isRunning()).isFalse();
    assertThat(finished.get()).isGreaterThanOrEqualTo(Carrier.values().length);
  }

  private static boolean happens(CountDownLatch latch) throws InterruptedException {
    return latch.await(60, TimeUnit.SECONDS);
  }
}
