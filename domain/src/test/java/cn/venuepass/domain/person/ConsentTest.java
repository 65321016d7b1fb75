package cn.venuepass.domain.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.domain.InvalidValue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsentTest {

  @ParameterizedTest
  @ValueSource(strings = {"1", "2026-03", "v1.2_zh", "12345678901234567890123456789012"})
  void aVersionShouldBeOfLettersDigitsAndDots(String version) {
    assertThat(new Consent(version).version()).isEqualTo(version);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " 1", "1/2", "版本", "123456789012345678901234567890123"})
  void otherVersionsShouldBeRefused(String version) {
    assertThatThrownBy(() -> new Consent(version))
        .isInstanceOfSatisfying(
            InvalidValue.class, e -> assertThat(e.field()).isEqualTo("consentVersion"));
  }
}
