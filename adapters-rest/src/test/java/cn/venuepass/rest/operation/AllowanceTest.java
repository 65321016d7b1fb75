package cn.venuepass.rest.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A flood is told in a few lines that say how many they stand for. */
class AllowanceTest {
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 10);
  private final Allowance allowance = new Allowance(now::get);

  @Test
  void moreThanTheAllowanceShouldBeSilentAndToldAfterwards() {
    for (int i = 0; i < Allowance.A_SECOND; i++) {
      assertThat(allowance.take()).isZero();
    }
    for (int i = 0; i < 3; i++) {
      assertThat(allowance.take()).isEqualTo(Allowance.NONE);
    }
    now.addAndGet(TimeUnit.SECONDS.toNanos(1));
    assertThat(allowance.take()).isEqualTo(3);
    assertThat(allowance.take()).isZero();
  }
}
