package cn.venuepass.domain.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "样本",
        "阿卜杜拉·样本",
        "Ann-Marie O'Sample Jr.",
        "Ann O’Sample",
        "ئەلى ئۈلگە",
        "𠮷样本",
        "é"
      })
  void aNameShouldBeOfAnyScript(String text) {
    assertThat(new PersonName(text).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"样本1", "样本１", "样本<b>", "a@b", "样本😀", "样,本", "···", "-"})
  void aNameShouldRefuseDigitsAndSigns(String text) {
    assertRefused(text, Rule.CHARACTERS);
  }

  @Test
  void aNameShouldHaveOneTo50Characters() {
    assertRefused(" ", Rule.REQUIRED);
    assertThat(new PersonName("𠮷".repeat(50)).text()).hasSize(100);
    assertRefused("样".repeat(51), Rule.TOO_LONG);
  }

  @ParameterizedTest
  @CsvSource({
    "样,           *",
    "样本,         样*",
    "样品本,       样*本",
    "样品样本,     样**本",
    "阿卜杜拉·样本, 阿*****本",
    "𠮷,           *",
    "𠮷本,         𠮷*",
    "样𠮷本,       样*本",
    "𠮷品𠮷,       𠮷*𠮷"
  })
  void aMaskedNameShouldShowItsEndsOnly(String name, String masked) {
    assertThat(new PersonName(name).masked()).isEqualTo(masked);
  }

  @Test
  void aNameShouldNotPrint() {
    assertThat(new PersonName("样本")).hasToString("PersonName[***]");
  }

  private static void assertRefused(String text, Rule rule) {
    assertThatThrownBy(() -> new PersonName(text))
        .isInstanceOfSatisfying(
            InvalidValue.class,
            e -> {
              assertThat(e.field()).isEqualTo("name");
              assertThat(e.rule()).isEqualTo(rule);
            });
  }
}
