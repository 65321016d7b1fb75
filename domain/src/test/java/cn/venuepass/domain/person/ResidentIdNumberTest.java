package cn.venuepass.domain.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The check characters were computed apart from the code under test. */
class ResidentIdNumberTest {
  private static final String SAMPLE = "659002192001010018";
  private static final String SAMPLE_WITH_X = "65900219200101019X";

  /** One for each of the eleven check characters. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "659002192001010050",
        "659002192001010181",
        "659002192001010042",
        "659002192001010093",
        "659002192001010034",
        "659002192001010085",
        "659002192001010026",
        "659002192001010077",
        "659002192001010018",
        "659002192001010069",
        "65900219200101019X"
      })
  void aNumberShouldCarryItsCheckCharacter(String text) {
    assertThat(new ResidentIdNumber(text).text()).isEqualTo(text);
    for (char wrong : "0123456789X".replace(text.substring(17), "").toCharArray()) {
      assertRefused(
          () -> new ResidentIdNumber(text.substring(0, 17) + wrong), Rule.ID_NUMBER_CHECK);
    }
  }

  @Test
  void aNumberShouldBeRefusedWithTwoDigitsSwapped() {
    assertRefused(() -> new ResidentIdNumber("659002192001010108"), Rule.ID_NUMBER_CHECK);
  }

  @Test
  void aLowerCaseXShouldBeNormalised() {
    assertThat(new ResidentIdNumber("65900219200101019x"))
        .isEqualTo(new ResidentIdNumber(SAMPLE_WITH_X));
  }

  @Test
  void surroundingWhiteSpaceShouldBeTakenOff() {
    assertThat(new ResidentIdNumber(" " + SAMPLE + "\n").text()).isEqualTo(SAMPLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "65900219200101001", // 17 characters
        "6590021920010100188", // 19 characters
        "659002200101001", // the 15 digits of before 1999
        "65900219200101X018",
        "65900219200101001Y",
        "659002 19200101001",
        "６59002192001010018", // a full-width digit
        "659002١92001010018" // an Arabic-Indic digit
      })
  void otherFormsShouldBeRefused(String text) {
    assertRefused(() -> new ResidentIdNumber(text), Rule.ID_NUMBER_FORM);
  }

  /** Samples: provinces at the edges of their ranges, each with the right check character. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "110000192001010011",
        "150000192001010019",
        "230000192001010019",
        "37000019200101001X",
        "460000192001010011",
        "540000192001010011",
        "650000192001010017",
        "710000192001010013",
        "810000192001010017", // residence permit, Hong Kong
        "830000192001010010" // residence permit, Taiwan
      })
  void theProvinceShouldBeOneThatWasEverAssigned(String text) {
    assertThat(new ResidentIdNumber(text).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "000000192001010016",
        "10000019200101001X",
        "160000192001010010",
        "240000192001010010",
        "380000192001010011",
        "470000192001010013",
        "550000192001010013",
        "660000192001010019",
        "720000192001010015",
        "800000192001010015",
        "840000192001010012",
        "910000192001010010"
      })
  void otherProvincesShouldBeRefused(String text) {
    assertRefused(() -> new ResidentIdNumber(text), Rule.ID_NUMBER_FORM);
  }

  @Test
  void theDateOfBirthShouldBeReadFromTheNumber() {
    assertThat(new ResidentIdNumber(SAMPLE).dateOfBirth()).isEqualTo("1920-01-01");
    assertThat(new ResidentIdNumber("659002188801010014").dateOfBirth()).isEqualTo("1888-01-01");
  }

  @Test
  void the29thOfFebruaryShouldExistInLeapYearsOnly() {
    assertThat(new ResidentIdNumber("659002192002290015").dateOfBirth()).isEqualTo("1920-02-29");
    // sample: 2000 is a leap year, 1900 is none
    assertThat(new ResidentIdNumber("659002200002290012").dateOfBirth()).isEqualTo("2000-02-29");
    assertRefused(() -> new ResidentIdNumber("659002190002290016"), Rule.ID_NUMBER_DATE);
    assertRefused(() -> new ResidentIdNumber("659002192102290012"), Rule.ID_NUMBER_DATE);
  }

  /** Each with the right check character. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "659002192013010015", // 13th month
        "659002192000010016", // month 0
        "659002192004310016", // 31 April
        "659002192001000012" // day 0
      })
  void aDateThatIsNoneShouldBeRefused(String text) {
    assertRefused(() -> new ResidentIdNumber(text), Rule.ID_NUMBER_DATE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"659002179912310015", "659002210001010014"}) // sample
  void otherCenturiesShouldBeRefused(String text) {
    assertRefused(() -> new ResidentIdNumber(text), Rule.ID_NUMBER_FORM);
  }

  @Test
  void nobodyShouldBeBornInTheFuture() {
    LocalDate today = LocalDate.of(2026, 3, 2);
    String bornToday = "659002202603020017"; // sample
    String bornTomorrow = "659002202603030012"; // sample
    assertThat(ResidentIdNumber.on(today, bornToday).dateOfBirth()).isEqualTo(today);
    assertRefused(() -> ResidentIdNumber.on(today, bornTomorrow), Rule.ID_NUMBER_DATE);
    assertThat(ResidentIdNumber.on(today.plusDays(1), bornTomorrow).text()).isEqualTo(bornTomorrow);
  }

  @Test
  void checkCharacterShouldBeComputedFrom17Digits() {
    assertThat(ResidentIdNumber.checkCharacter("65900219200101001")).isEqualTo('8');
    assertThat(ResidentIdNumber.checkCharacter("65900219200101019")).isEqualTo('X');
  }

  @Test
  void aMaskedNumberShouldShowTheFirstAndLastFourOnly() {
    assertThat(new ResidentIdNumber(SAMPLE_WITH_X).masked()).isEqualTo("6590**********019X");
  }

  @Test
  void aNumberShouldNotPrint() {
    assertThat(new ResidentIdNumber(SAMPLE)).hasToString("ResidentIdNumber[***]");
    assertThatThrownBy(() -> new ResidentIdNumber("659002192001010010"))
        .hasMessage("idNumber: ID_NUMBER_CHECK");
  }

  private static void assertRefused(ThrowingCallable number, Rule rule) {
    assertThatThrownBy(number)
        .isInstanceOfSatisfying(
            InvalidValue.class,
            e -> {
              assertThat(e.field()).isEqualTo("idNumber");
              assertThat(e.rule()).isEqualTo(rule);
            });
  }
}
