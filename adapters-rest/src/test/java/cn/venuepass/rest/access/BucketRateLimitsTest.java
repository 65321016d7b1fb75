package cn.venuepass.rest.access;

import static cn.venuepass.application.lookup.RateLimits.Limited.FAMILY_MEMBER_ADDED;
import static cn.venuepass.application.lookup.RateLimits.Limited.ID_NUMBER_TYPED;
import static cn.venuepass.application.lookup.RateLimits.Limited.ID_NUMBER_UPLOADED;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.lookup.RateLimits.Limited;
import cn.venuepass.application.lookup.RateLimits.Who;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.testkit.MovableClock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BucketRateLimitsTest {
  private final MovableClock clock = MovableClock.monday();
  private final BucketRateLimits limits = new BucketRateLimits(clock);
  private final Who account = account();

  @ParameterizedTest
  @CsvSource({
    "ID_NUMBER_TYPED, 60, PT1S",
    "ID_NUMBER_UPLOADED, 2000, PT1.8S",
    "FAMILY_MEMBER_ADDED, 20, PT1H12M",
    "SIGN_IN_CODE_REQUESTED, 10, PT6S",
    "SIGN_IN_CODE_TRIED, 20, PT3S"
  })
  void soManyShouldBeTakenAtOnceAndThenTheNextAfterAWhile(Limited what, int count, Duration wait) {
    for (int i = 0; i < count; i++) {
      assertThat(limits.take(account, what, 1)).isEmpty();
    }
    assertThat(limits.take(account, what, 1)).contains(wait);
    clock.advance(wait.minusNanos(1));
    assertThat(limits.take(account, what, 1)).contains(Duration.ofNanos(1));
    clock.advance(Duration.ofNanos(1));
    assertThat(limits.take(account, what, 1)).isEmpty();
    assertThat(limits.take(account, what, 1)).contains(wait);
  }

  @Test
  void typingAllDayShouldEndAtTheDaysLimit() {
    int taken = 0;
    for (int minute = 0; minute < 60; minute++) {
      for (int i = 0; i < 60; i++) {
        taken += limits.take(account, ID_NUMBER_TYPED, 1).isEmpty() ? 1 : 0;
      }
      clock.advance(Duration.ofMinutes(1));
    }
    assertThat(taken).isBetween(1_500, 1_500 + 1_500 / 24);
    assertThat(limits.take(account, ID_NUMBER_TYPED, 60)).isPresent();
    clock.advance(Duration.ofDays(1));
    assertThat(limits.take(account, ID_NUMBER_TYPED, 60)).isEmpty();
  }

  @Test
  void manyShouldBeTakenAllOrNone() {
    assertThat(limits.take(account, ID_NUMBER_UPLOADED, 1_999)).isEmpty();
    assertThat(limits.take(account, ID_NUMBER_UPLOADED, 2)).isPresent();
    assertThat(limits.take(account, ID_NUMBER_UPLOADED, 1)).isEmpty();
  }

  @Test
  void accountsAndThingsShouldBeLimitedEachOnItsOwn() {
    assertThat(limits.take(account, FAMILY_MEMBER_ADDED, 20)).isEmpty();
    assertThat(limits.take(account, FAMILY_MEMBER_ADDED, 1)).isPresent();
    assertThat(limits.take(account, ID_NUMBER_TYPED, 1)).isEmpty();
    assertThat(limits.take(account(), FAMILY_MEMBER_ADDED, 20)).isEmpty();
  }

  @Test
  void whoWasNotSeenForADayShouldBeForgotten() {
    limits.take(account, ID_NUMBER_TYPED, 1);
    limits.take(account(), ID_NUMBER_TYPED, 1);
    clock.advance(Duration.ofHours(23));
    limits.take(account, ID_NUMBER_TYPED, 1);
    assertThat(limits.size()).isEqualTo(2);
    clock.advance(Duration.ofHours(1));
    limits.take(account, ID_NUMBER_TYPED, 1);
    assertThat(limits.size()).isEqualTo(1);
  }

  @Test
  void aFullMapShouldForgetTheLongestUnused() {
    var small = new BucketRateLimits(clock, BucketRateLimits.Rates.DEFAULT, 2, 1);
    Who other = account();
    assertThat(small.take(account, FAMILY_MEMBER_ADDED, 20)).isEmpty();
    assertThat(small.take(other, FAMILY_MEMBER_ADDED, 20)).isEmpty();
    assertThat(small.take(account, FAMILY_MEMBER_ADDED, 1)).isPresent();
    assertThat(small.take(account(), FAMILY_MEMBER_ADDED, 1)).isEmpty();
    assertThat(small.size()).isEqualTo(2);
    assertThat(small.take(account, FAMILY_MEMBER_ADDED, 1)).isPresent();
    assertThat(small.take(other, FAMILY_MEMBER_ADDED, 20)).isEmpty();
  }

  @Test
  void manyThreadsShouldNotTakeMoreThanThereIs() {
    var taken = new AtomicInteger();
    IntStream.range(0, 5_000)
        .parallel()
        .filter(i -> limits.take(account, ID_NUMBER_UPLOADED, 1).isEmpty())
        .forEach(i -> taken.incrementAndGet());
    assertThat(taken).hasValue(2_000);
  }

  private static Who account() {
    return new Who.Account(new AccountId(UUID.randomUUID()));
  }
}
