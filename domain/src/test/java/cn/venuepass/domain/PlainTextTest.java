package cn.venuepass.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.domain.InvalidValue.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
  /** A letter of two UTF-16 units. */
  private static final String RARE_LETTER = "𠮷";

  @ParameterizedTest
  @ValueSource(strings = {"塔里木宾馆", "ئالار", "Café №1 – 北门", "𠮷", "100% <b>&'\""})
  void checkedShouldKeepPrintableText(String text) {
    assertThat(PlainText.checked("name", text, 20)).isEqualTo(text);
  }

  @Test
  void checkedShouldTakeOffSurroundingWhiteSpace() {
    assertThat(PlainText.checked("name", " \t\u3000北门 1\n", 4)).isEqualTo("北门 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\r\n", "\u3000"})
  void checkedShouldRefuseNothing(String text) {
    assertRefused(text, Rule.REQUIRED);
  }

  @ParameterizedTest(name = "{index}")
  @ValueSource(
      strings = {
        "a\u0000b", // NUL
        "a\nb", // line feed
        "a\tb", // tab
        "a\u007Fb", // delete
        "a\u0085b", // next line
        "a\u2028b", // line separator
        "a\u2029b", // paragraph separator
        "a\u202Eb", // right-to-left override
        "a\u2067b", // right-to-left isolate
        "a\u200Bb", // zero-width space
        "\uFEFFab", // byte order mark
        "a\uE000b", // private use
        "a\uFFFFb" // no character
      })
  void checkedShouldRefuseWhatDoesNotPrint(String text) {
    assertRefused(text, Rule.CHARACTERS);
  }

  /** Not parameters: the reports could not write them. */
  @Test
  void checkedShouldRefuseLoneSurrogates() {
    char high = RARE_LETTER.charAt(0);
    char low = RARE_LETTER.charAt(1);
    assertRefused("a" + high, Rule.CHARACTERS);
    assertRefused(low + "a", Rule.CHARACTERS);
    assertRefused("" + low + high, Rule.CHARACTERS);
  }

  @Test
  void checkedShouldCountCodePoints() {
    assertThat(PlainText.checked("name", RARE_LETTER.repeat(20), 20)).hasSize(40);
    assertRefused(RARE_LETTER.repeat(21), Rule.TOO_LONG);
    assertRefused("x".repeat(21), Rule.TOO_LONG);
  }

  @Test
  void checkedShouldNotCountSurroundingWhiteSpace() {
    assertThat(PlainText.checked("name", " " + "x".repeat(20) + " ", 20)).hasSize(20);
  }

  private static void assertRefused(String text, Rule rule) {
    assertThatThrownBy(() -> PlainText.checked("name", text, 20))
        .isInstanceOfSatisfying(
            InvalidValue.class,
            e -> {
              assertThat(e.rule()).isEqualTo(rule);
              assertThat(e.field()).isEqualTo("name");
              assertThat(e).hasMessage("name: " + rule);
            });
  }
}
