package cn.venuepass.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.access.SignInCodeRepository;
import cn.venuepass.domain.access.SignInCode;
import cn.venuepass.domain.person.PhoneNumber;
import cn.venuepass.testkit.SamplePhones;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@link SignInCodeRepository}. */
public interface SignInCodeContract extends StoreContract {
  SignInCode CODE = SignInCode.of(123_456);
  SignInCode WRONG = SignInCode.of(654_321);

  @Test
  default void useShouldTakeTheRightCodeOfItsNumberOnce() {
    PhoneNumber phone = sent(CODE);
    PhoneNumber other = sent(WRONG);
    assertThat(use(other, CODE)).isFalse();
    assertThat(use(phone, WRONG)).isFalse();
    assertThat(use(phone, CODE)).isTrue();
    assertThat(use(phone, CODE)).isFalse();
    assertThat(use(other, WRONG)).isTrue();
    assertThat(use(SamplePhones.next(), CODE)).isFalse();
  }

  @Test
  default void useShouldTakeTheRightCodeOnceWhenTriedAtOnce() {
    PhoneNumber phone = sent(CODE);
    assertThat(AtOnce.run(5, i -> use(phone, CODE))).containsOnlyOnce(true);
  }

  @Test
  default void useShouldTakeNoCodeThatIsFiveMinutesOld() {
    PhoneNumber phone = sent(CODE);
    PhoneNumber slow = sent(CODE);
    clock().advance(SignInCode.LIFE.minusMillis(1));
    assertThat(use(phone, CODE)).isTrue();
    clock().advance(Duration.ofMillis(1));
    assertThat(use(slow, CODE)).isFalse();
  }

  @Test
  default void useShouldTakeNoSixthAttempt() {
    PhoneNumber phone = sent(CODE);
    PhoneNumber lucky = sent(CODE);
    for (int i = 0; i < SignInCode.MOST_ATTEMPTS - 1; i++) {
      assertThat(use(phone, WRONG)).isFalse();
      assertThat(use(lucky, WRONG)).isFalse();
    }
    assertThat(use(lucky, CODE)).isTrue();
    assertThat(use(phone, WRONG)).isFalse();
    assertThat(use(phone, CODE)).isFalse();
  }

  @Test
  default void useShouldCountAttemptsThatAreMadeAtOnce() {
    PhoneNumber phone = sent(CODE);
    List<Boolean> tried = AtOnce.run(8, i -> use(phone, WRONG));
    assertThat(tried).containsOnly(false);
    assertThat(use(phone, CODE)).isFalse();
  }

  @Test
  default void replaceShouldMakeTheNewestTheOnlyGoodCodeWithAllItsAttempts() {
    PhoneNumber phone = sent(CODE);
    for (int i = 0; i < SignInCode.MOST_ATTEMPTS; i++) {
      assertThat(use(phone, WRONG)).isFalse();
    }
    clock().advance(Duration.ofMinutes(1));
    SignInCode newer = SignInCode.of(7);
    assertThat(replace(phone, newer)).isEmpty();
    assertThat(use(phone, CODE)).isFalse();
    assertThat(use(phone, newer)).isTrue();
  }

  @Test
  default void replaceShouldMakeANumberWait() {
    PhoneNumber phone = sent(CODE);
    assertThat(replace(phone, WRONG)).contains(Duration.ofMinutes(1));
    assertThat(use(phone, CODE)).isTrue();
    clock().advance(Duration.ofSeconds(59));
    assertThat(replace(phone, WRONG)).contains(Duration.ofSeconds(1));
    clock().advance(Duration.ofSeconds(1));
    assertThat(replace(phone, WRONG)).isEmpty();
  }

  @Test
  default void replaceShouldSendOneCodeToANumberWhenAskedAtOnce() {
    PhoneNumber fresh = SamplePhones.next();
    assertThat(AtOnce.run(8, i -> replace(fresh, CODE))).containsOnlyOnce(Optional.empty());
    List<PhoneNumber> known = Stream.generate(() -> sent(CODE)).limit(10).toList();
    clock().advance(Duration.ofMinutes(1));
    for (PhoneNumber phone : known) {
      assertThat(AtOnce.run(8, i -> replace(phone, CODE))).containsOnlyOnce(Optional.empty());
    }
  }

  @Test
  default void replaceShouldSendTenCodesADayAndStartAnew() {
    PhoneNumber phone = SamplePhones.next();
    int sent = 0;
    for (int minute = 0; minute < 24 * 60; minute += 10) {
      sent += replace(phone, CODE).isEmpty() ? 1 : 0;
      clock().advance(Duration.ofMinutes(10));
    }
    assertThat(sent).isEqualTo(10);
    assertThat(replace(phone, CODE)).isEmpty();
  }

  @Test
  default void withdrawShouldTakeBackARequestAndItsCode() {
    PhoneNumber phone = SamplePhones.next();
    UUID request = UUID.randomUUID();
    assertThat(codes().replace(phone, request, CODE, clock().instant())).isEmpty();
    codes().withdraw(phone, request);
    assertThat(use(phone, CODE)).isFalse();
    assertThat(replace(phone, WRONG)).isEmpty();
    codes().withdraw(phone, request);
    assertThat(use(phone, WRONG)).isTrue();
  }

  /** Random requests, right and wrong attempts, against a naive model. */
  @Test
  default void nobodyShouldGuessMoreOftenThanFiveTimesPerCode() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    var model = new Model();
    PhoneNumber phone = SamplePhones.next();
    for (int step = 0; step < 800; step++) {
      Instant now = clock().instant();
      switch (random.nextInt(8)) {
        case 0 ->
            assertThat(replace(phone, CODE).isEmpty())
                .as("seed %d, request in step %d", seed, step)
                .isEqualTo(model.request(now));
        case 1 ->
            clock()
                .advance(
                    random.nextInt(10) == 0
                        ? Duration.ofDays(1)
                        : Duration.ofSeconds(random.nextInt(120)));
        default -> {
          SignInCode guess = random.nextInt(10) == 0 ? CODE : WRONG;
          assertThat(use(phone, guess))
              .as("seed %d, attempt in step %d", seed, step)
              .isEqualTo(model.attempt(guess, now));
        }
      }
    }
    assertThat(model.sent).as("seed %d", seed).hasSizeGreaterThan(10);
    assertThat(model.looked).isLessThanOrEqualTo(model.sent.size() * SignInCode.MOST_ATTEMPTS);
  }

  /** A number that gets {@link #CODE} each time. */
  final class Model {
    private final List<Instant> sent = new ArrayList<>();
    private boolean good;
    private int left;
    private int looked;

    private boolean request(Instant now) {
      boolean allowed =
          count(now, Duration.ofMinutes(1)) < 1
              && count(now, Duration.ofHours(1)) < 5
              && count(now, Duration.ofDays(1)) < 10;
      if (allowed) {
        sent.add(now);
        good = true;
        left = 5;
      }
      return allowed;
    }

    private boolean attempt(SignInCode guess, Instant now) {
      if (!good || left == 0 || count(now, Duration.ofMinutes(5)) == 0) {
        return false;
      }
      left--;
      looked++;
      good = !guess.equals(CODE);
      return !good;
    }

    private long count(Instant now, Duration period) {
      return sent.stream().filter(at -> at.plus(period).isAfter(now)).count();
    }
  }

  private PhoneNumber sent(SignInCode code) {
    PhoneNumber phone = SamplePhones.next();
    assertThat(replace(phone, code)).isEmpty();
    return phone;
  }

  private Optional<Duration> replace(PhoneNumber phone, SignInCode code) {
    return codes().replace(phone, UUID.randomUUID(), code, clock().instant());
  }

  private boolean use(PhoneNumber phone, SignInCode code) {
    return codes().use(phone, code, clock().instant());
  }

  private SignInCodeRepository codes() {
    return stores().signInCodes();
  }
}
