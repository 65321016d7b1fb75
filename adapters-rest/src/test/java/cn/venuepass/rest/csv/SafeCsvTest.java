package cn.venuepass.rest.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeCsvTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "|calc",
        "\tx",
        "\rx",
        "\n=1",
        " =1",
        "\u3000=1",
        "\u00a0=1",
        "\ufeff=1",
        "\u200b=1",
        "\"=1",
        "'=1",
        "\u201c=1",
        " \" =1",
        "＝1",
        "＋1",
        "－1",
        "＠x",
        "\u2212x"
      })
  void whatBeginsLikeAFormulaShouldBecomeAText(String text) {
    String cell = SafeCsv.cell(text);
    assertThat(cell).startsWith("\"'").isEqualTo("\"'" + text.replace("\"", "\"\"") + "\"");
    assertThat(SafeCsv.unguarded("'" + text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "张三", "13800000000", "a=1", "1-1", "O'Neill", "'quoted'", "\""})
  void anythingElseShouldStayAsItIs(String text) {
    assertThat(SafeCsv.cell(text)).isEqualTo("\"" + text.replace("\"", "\"\"") + "\"");
    assertThat(SafeCsv.unguarded(text)).isEqualTo(text);
  }

  @Test
  void linesShouldEndAsTheRuleSays() {
    assertThat(SafeCsv.line(Stream.of("a", "=b"))).isEqualTo("\"a\",\"'=b\"\r\n");
  }
}
