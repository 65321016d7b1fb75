package cn.venuepass.rest.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.person.ResidentIdNumber;
import cn.venuepass.testkit.MovableClock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonFieldsTest {
  @ParameterizedTest
  @CsvSource({
    "13800000000, +8613800000000",
    "138 0000 0000, +8613800000000",
    "+86 138-0000-0000, +8613800000000",
    "008613800000000, +8613800000000",
    "0997-6370000, +869976370000",
    "+77012345678, +77012345678"
  })
  void aPhoneNumberShouldBeReadAsPeopleWriteIt(String typed, String e164) {
    assertThat(PersonFields.phone(typed).e164()).isEqualTo(e164);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "12",
        "1380000000",
        "138000000000",
        "abc",
        "+99913800000000",
        "1800-FLOWERS",
        "13800138000 ext. 5"
      })
  void whatIsNoPhoneNumberShouldBeRefused(String typed) {
    assertThatThrownBy(() -> PersonFields.phone(typed)).isInstanceOf(InvalidValue.class);
  }

  @Test
  void somebodyShouldBeBornByChinasDate() {
    String digits = "65900220260302001"; // sample: the day of the test's clock
    String number = digits + ResidentIdNumber.checkCharacter(digits);
    var eveningBeforeInUtc = new MovableClock(Instant.parse("2026-03-01T16:00:00Z"));
    var secondBefore = new MovableClock(Instant.parse("2026-03-01T15:59:59Z"));
    assertThat(PersonFields.idNumber(eveningBeforeInUtc).apply(number).text()).isEqualTo(number);
    assertThatThrownBy(() -> PersonFields.idNumber(secondBefore).apply(number))
        .isInstanceOf(InvalidValue.class);
  }
}
