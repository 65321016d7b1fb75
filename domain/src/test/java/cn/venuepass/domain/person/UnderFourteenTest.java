package cn.venuepass.domain.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The people were born in 1920, so that they do not exist. */
class UnderFourteenTest {
  private static final ResidentIdNumber BORN_ON_1_JANUARY =
      new ResidentIdNumber("659002192001010018");
  private static final ResidentIdNumber BORN_ON_29_FEBRUARY =
      new ResidentIdNumber("659002192002290015");

  @ParameterizedTest
  @CsvSource({
    "1920-01-01, true",
    "1933-12-31, true",
    "1934-01-01, false",
    "1934-01-02, false",
    "2026-03-02, false"
  })
  void somebodyShouldBeUnderFourteenUpToTheDayBeforeTheBirthday(LocalDate day, boolean under) {
    assertThat(BORN_ON_1_JANUARY.isUnderFourteenOn(day)).isEqualTo(under);
  }

  /** 1934 has no 29 February: the last day of the month stands for it. */
  @Test
  void somebodyBornOn29FebruaryShouldTurnFourteenOn28February() {
    assertThat(BORN_ON_29_FEBRUARY.isUnderFourteenOn(LocalDate.of(1934, 2, 27))).isTrue();
    assertThat(BORN_ON_29_FEBRUARY.isUnderFourteenOn(LocalDate.of(1934, 2, 28))).isFalse();
  }
}
