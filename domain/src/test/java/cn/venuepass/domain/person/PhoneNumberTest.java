package cn.venuepass.domain.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

  @ParameterizedTest
  @ValueSource(strings = {"+8613800000000", "+85261234567", "+1234567", "+123456789012345"})
  void aNumberShouldBeInE164(String text) {
    assertThat(new PhoneNumber(text).e164()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "13800000000",
        "8613800000000",
        "+86 13800000000",
        "+0613800000000",
        "+123456",
        "+1234567890123456",
        "+8613800000000\n",
        "+86138000０0000" // a full-width digit
      })
  void otherFormsShouldBeRefused(String text) {
    assertThatThrownBy(() -> new PhoneNumber(text))
        .isInstanceOfSatisfying(
            InvalidValue.class,
            e -> {
              assertThat(e.field()).isEqualTo("phone");
              assertThat(e.rule()).isEqualTo(Rule.PHONE_NUMBER);
              assertThat(e).hasMessage("phone: PHONE_NUMBER");
            });
  }

  @Test
  void aMainlandMobileNumberShouldReadAsPeopleWriteIt() {
    assertThat(new PhoneNumber("+869976350000").national()).isEqualTo("+869976350000");
    assertThat(new PhoneNumber("+8613800000000").national()).isEqualTo("13800000000");
    assertThat(new PhoneNumber("+85261234567").national()).isEqualTo("+85261234567");
  }

  @Test
  void aMaskedNumberShouldShowThreeLeadingAndFourTrailingDigits() {
    assertThat(new PhoneNumber("+8613812340000").masked()).isEqualTo("138****0000");
    assertThat(new PhoneNumber("+85261234567").masked()).isEqualTo("+85****4567");
  }

  @Test
  void aNumberShouldNotPrint() {
    assertThat(new PhoneNumber("+8613800000000")).hasToString("PhoneNumber[***]");
  }

  @Test
  void aMaskedShortNumberShouldShowTwoDigits() {
    assertThat(new PhoneNumber("+8612345").masked()).isEqualTo("****45");
    assertThat(new PhoneNumber("+1234567").masked()).isEqualTo("****67");
  }
}
