package cn.venuepass.domain;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeTextTest {

  /** The samples of RFC 4648, section 10, for base32hex. */
  @Test
  void theTextShouldBeBase32WithTheExtendedHexAlphabet() {
    assertThat(CodeText.of("fooba".getBytes(US_ASCII))).isEqualTo("CPNMUOJ1");
    assertThat(CodeText.read("CPNMUOJ1", 5).orElseThrow()).asString(US_ASCII).isEqualTo("fooba");
  }

  @Test
  void everyByteShouldComeBackAtEveryPlace() {
    for (int place = 0; place < 5; place++) {
      for (int value = 0; value < 256; value++) {
        byte[] bytes = {0, 0, 0, 0, 0};
        bytes[place] = (byte) value;
        assertThat(CodeText.read(CodeText.of(bytes), 5))
            .as("%d at %d", value, place)
            .hasValueSatisfying(read -> assertThat(read).isEqualTo(bytes));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 10, 25, 50})
  void leadingZerosAndOnesShouldStay(int length) {
    byte[] zeros = new byte[length];
    byte[] ones = new byte[length];
    Arrays.fill(ones, (byte) 0xFF);
    byte[] one = new byte[length];
    one[length - 1] = 1;
    assertThat(CodeText.of(zeros)).isEqualTo("0".repeat(length / 5 * 8));
    assertThat(CodeText.of(ones)).isEqualTo("V".repeat(length / 5 * 8));
    assertThat(CodeText.of(one)).isEqualTo("0".repeat(length / 5 * 8 - 1) + "1");
    for (byte[] bytes : new byte[][] {zeros, ones, one}) {
      assertThat(CodeText.read(CodeText.of(bytes), length).orElseThrow()).isEqualTo(bytes);
    }
  }

  @Test
  void lowerCaseAndSurroundingWhiteSpaceShouldBeTaken() {
    String code = " \t" + "CPNMUOJ1".toLowerCase(Locale.ROOT) + "\r\n";
    assertThat(CodeText.read(code, 5).orElseThrow()).asString(US_ASCII).isEqualTo("fooba");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "CPNMUOJ",
        "CPNMUOJ10",
        "0CPNMUOJ1",
        "CPNM UOJ1",
        "CPNM UOJ",
        "CPNMUOJW",
        "CPNMUOJZ",
        "CPNMUOJ=",
        "-PNMUOJ1",
        "+PNMUOJ1",
        "CPNMUOJ\u0661",
        "\u0131PNMUOJ1",
        "\uFF23PNMUOJ1",
        "CPNMUOJ\u0000"
      })
  void otherTextsShouldNotBeRead(String text) {
    assertThat(CodeText.read(text, 5)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 6, 24, 26})
  void onlyMultiplesOfFiveBytesShouldHaveAText(int length) {
    assertThatIllegalArgumentException().isThrownBy(() -> CodeText.of(new byte[length]));
    assertThatIllegalArgumentException().isThrownBy(() -> CodeText.read("CPNMUOJ1", length));
  }
}
