package cn.venuepass.qrcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParagraphTest {
  private static final double SIZE = 10;

  @Test
  void aTextThatFitsShouldBeOneLineInItsLargestSize() {
    assertThat(fitted("十个字以内", 100, 30)).isEqualTo(new Paragraph(SIZE, List.of("十个字以内")));
  }

  @Test
  void aTextThatAlmostFitsShouldStayOneLine() {
    assertThat(fitted("一二三四五六七八九十一二", 100, 30).lines()).hasSize(1);
  }

  @Test
  void aLongerTextShouldBeBrokenIntoEvenLines() {
    assertThat(fitted("一二三四五六七八九十一二三四", 100, 30))
        .isEqualTo(new Paragraph(SIZE, List.of("一二三四五六七", "八九十一二三四")));
  }

  @Test
  void wordsAndPunctuationShouldStayTogether() {
    assertThat(fitted("Hotel Tarim, Aral City", 130, 30).lines())
        .containsExactly("Hotel Tarim,", "Aral City");
    assertThat(fitted("一二三四五，六七八九十一二", 60, 60).lines()).noneMatch(l -> l.startsWith("，"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
        "𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷",
        "a bb ccc dddd eeeee ffffff ggggggg hhhhhhhh iiiiiiiii jjjjjjjjjj kkkkkkkkkkk"
      })
  void everyTextShouldFitWhole(String text) {
    Paragraph paragraph = fitted(text, 100, 30);
    assertThat(String.join("", paragraph.lines()).replace(" ", ""))
        .isEqualTo(text.replace(" ", ""));
    assertThat(paragraph.lines().size() * paragraph.size() * Paragraph.LEADING)
        .isLessThanOrEqualTo(30);
    assertThat(paragraph.lines()).allMatch(line -> widthOf(line) * paragraph.size() <= 100.000_001);
  }

  private static Paragraph fitted(String text, double width, double height) {
    return Paragraph.fitted(text, width, height, SIZE, ParagraphTest::widthOf);
  }

  /** Every character as wide as high. */
  private static double widthOf(String text) {
    return text.codePointCount(0, text.length());
  }
}
