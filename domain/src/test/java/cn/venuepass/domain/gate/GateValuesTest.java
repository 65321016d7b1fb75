package cn.venuepass.domain.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What devices at gates say of themselves. */
class GateValuesTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "9f1c2a34-0000-4000-8000-00000000abcd", "urn:gate_1.2", "-._:"})
  void aDeviceIdShouldBeWhatDevicesMake(String text) {
    assertThat(new DeviceId(text).text()).isEqualTo(text);
  }

  @Test
  void aDeviceIdShouldHaveAtMost64Characters() {
    assertThat(new DeviceId("x".repeat(64)).text()).hasSize(64);
    assertInvalid("deviceId", Rule.FORMAT, () -> new DeviceId("x".repeat(65)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a/b", "a\n", "设备", "a\u0000"})
  void aDeviceIdShouldRefuseOtherCharacters(String text) {
    assertInvalid("deviceId", Rule.FORMAT, () -> new DeviceId(text));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 9_007_199_254_740_991L})
  void aSequenceNumberShouldBeWhatEveryClientCanCount(long value) {
    assertThat(new SequenceNumber(value).value()).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 9_007_199_254_740_992L, Long.MAX_VALUE, Long.MIN_VALUE})
  void otherSequenceNumbersShouldBeRefused(long value) {
    assertInvalid("sequence", Rule.OUT_OF_RANGE, () -> new SequenceNumber(value));
  }

  private static void assertInvalid(String field, Rule rule, ThrowingCallable value) {
    assertThatThrownBy(value)
        .isInstanceOfSatisfying(
            InvalidValue.class,
            e -> {
              assertThat(e.field()).isEqualTo(field);
              assertThat(e.rule()).isEqualTo(rule);
            });
  }
}
