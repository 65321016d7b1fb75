package cn.venuepass.qrcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.venuepass.application.pass.PassCard;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfPassCardPrinterTest {
  private static final String CODE = "VP1.P.0G1M6TR3IS0E5Q00000000000000000000000V";

  /** The card's edges in points. */
  private static final float LEFT = 176;

  private static final float RIGHT = 420;

  private final PdfPassCardPrinter printer = new PdfPassCardPrinter();

  @Test
  void aCardShouldHoldTheCodeAndWhoseItIs() throws Exception {
    PrintedPage page = PrintedPage.of(print("王*国"));
    assertThat(page.textInOneLine())
        .contains("通行码", "王*国", "发放日期2026-11-23", "请出示此卡，由管理员扫码", "作废")
        .doesNotContain(CODE);
    assertThat(page.title()).isEqualTo("通行码");
    assertThat(page.language()).isEqualTo("zh-CN");
    assertThat(page.code()).isEqualTo(CODE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "阿卜杜*",
        "古丽·买买提********************",
        "Christopher-Maximilian ******** **********",
        "ئا******",
        "😀*",
        "𠮷*\u200d\n",
        ""
      })
  void anyNameShouldStayOnTheCard(String name) throws Exception {
    PrintedPage page = PrintedPage.of(print(name));
    assertThat(page.isWithin(LEFT, RIGHT)).isTrue();
    assertThat(page.text()).contains("发放日期");
    assertThat(page.code()).isEqualTo(CODE);
  }

  @Test
  void aCardShouldBeAsLargeAsABankCard() throws Exception {
    Rectangle cut = printedBelow(PrintedPage.of(print("王*国")).image(), 34);
    double millimetre = PrintedPage.DOTS_PER_INCH / 25.4;
    assertThat(cut.getWidth() / millimetre).isCloseTo(85.6, within(1.0));
    assertThat(cut.getHeight() / millimetre).isCloseTo(54, within(1.0));
  }

  @Test
  void aCardShouldBeSmallAndTheSameEveryTime() {
    assertThat(print("王*国")).hasSizeBetween(5_000, 40_000).isEqualTo(print("王*国"));
  }

  @Test
  void aCardShouldNotPrintItsCodeIntoALog() {
    assertThat(card("王*国").toString()).doesNotContain(CODE);
  }

  /** What encloses all that is not white below the hint. */
  private static Rectangle printedBelow(BufferedImage image, int millimetres) {
    var printed = new Rectangle(-1, -1);
    for (int y = image.getHeight() * millimetres / 297; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        if (!Color.WHITE.equals(new Color(image.getRGB(x, y)))) {
          printed.add(new Rectangle(x, y, 1, 1));
        }
      }
    }
    return printed;
  }

  private byte[] print(String name) {
    return printer.print(card(name));
  }

  /** Issued when it is the next day in Shanghai already. */
  private static PassCard card(String name) {
    return new PassCard(CODE, name, Instant.parse("2026-11-22T17:00:00Z"));
  }
}
