package cn.venuepass.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.domain.InvalidValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInCodeTest {
  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

  @Test
  void aCodeShouldHaveSixDigitsAndNotPrintThem() {
    assertThat(SignInCode.of(7).digits()).isEqualTo("000007");
    assertThat(SignInCode.of(SignInCode.COUNT - 1).digits()).isEqualTo("999999");
    assertThat(SignInCode.of(123_456).toString()).doesNotContain("123456");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12345", "1234567", "12345a", "１２３４５６", " 12345", "123456\n"})
  void anythingElseShouldBeNoCode(String text) {
    assertThatThrownBy(() -> new SignInCode(text)).isInstanceOf(InvalidValue.class);
  }

  @Test
  void aNumberShouldGetOneCodeAMinute() {
    List<Instant> sent = List.of(START);
    assertThat(SignInCodeLimits.waitAfter(List.of(), START)).isEmpty();
    assertThat(SignInCodeLimits.waitAfter(sent, START)).contains(Duration.ofMinutes(1));
    assertThat(SignInCodeLimits.waitAfter(sent, START.plusSeconds(59)))
        .contains(Duration.ofSeconds(1));
    assertThat(SignInCodeLimits.waitAfter(sent, START.plusSeconds(60))).isEmpty();
  }

  @Test
  void aNumberShouldGetFiveAnHourAndTenADayHoweverEagerly() {
    List<Instant> sent = new ArrayList<>();
    for (Instant now = START;
        now.isBefore(START.plus(Duration.ofDays(1)));
        now = now.plusSeconds(20)) {
      if (SignInCodeLimits.waitAfter(sent, now).isEmpty()) {
        sent.add(now);
      }
    }
    assertThat(sent).hasSize(10);
    assertThat(sent.get(4)).isEqualTo(START.plus(Duration.ofMinutes(4)));
    assertThat(sent.get(5)).isEqualTo(START.plus(Duration.ofHours(1)));
    assertThat(SignInCodeLimits.waitAfter(sent, START.plus(Duration.ofHours(3))))
        .contains(Duration.ofHours(21));
  }
}
