package cn.venuepass.qrcode;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.venue.PosterSheet;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.PosterLabel;
import cn.venuepass.domain.venue.VenueName;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PdfPosterPrinterTest {
  private static final String URL =
      "HTTPS://VENUEPASS.EXAMPLE/S/0G1M6TR3IS0E5Q0000000000000000000000000V";
  private static final float MARGIN = 28;
  private static final float PAPER = 595;

  private final PdfPosterPrinter printer = new PdfPosterPrinter();

  @ParameterizedTest
  @EnumSource
  void aPosterShouldSayWhereAndWhichWay(Direction direction) throws Exception {
    PrintedPage page = PrintedPage.of(printer.print(sheet("塔里木宾馆", direction, "北门")));
    boolean in = direction == Direction.IN;
    assertThat(page.text())
        .contains(in ? "入" : "出", in ? "IN" : "OUT", "塔里木宾馆", "北门", "微信扫一扫", "WeChat")
        .doesNotContain(in ? "出" : "入", in ? "OUT" : "IN\n");
    assertThat(page.title()).isEqualTo((in ? "入" : "出") + " · 塔里木宾馆");
    assertThat(page.language()).isEqualTo("zh-CN");
    assertThat(page.code()).isEqualTo(URL);
  }

  @Test
  void theDirectionsShouldDifferInShapeOnABlackAndWhitePrint() throws Exception {
    double millimetre = PrintedPage.DOTS_PER_INCH / 25.4;
    int side = (int) (62 * millimetre);
    var sign = new Rectangle((int) (12 * millimetre), (int) (12 * millimetre), side, side);
    var rest = new Rectangle(sign.x + side, sign.y, 2 * side, side);
    SeenPicture in = seen(Direction.IN);
    SeenPicture out = seen(Direction.OUT);
    assertThat(SeenPicture.difference(in.shape(sign), out.shape(sign))).isGreaterThan(0.25);
    assertThat(SeenPicture.difference(in.shape(rest), out.shape(rest))).isGreaterThan(0.5);
  }

  /** A letter is read from as far as 300 times its height. */
  @ParameterizedTest
  @EnumSource
  void directionNameAndInstructionShouldBeReadableFromThreeMetres(Direction direction)
      throws Exception {
    PrintedPage page = PrintedPage.of(printer.print(sheet("塔里木宾馆", direction, "北门")));
    double tenMillimetres = 10 * 72 / 25.4;
    String near = direction == Direction.IN ? "入" : "出";
    assertThat(page.sizeOf(near)).isGreaterThan(4 * tenMillimetres);
    assertThat(page.sizeOf("馆")).isGreaterThan(tenMillimetres);
    assertThat(page.sizeOf("扫")).isGreaterThan(tenMillimetres);
  }

  @Test
  void aPosterWithoutALabelShouldSayTheRest() throws Exception {
    PrintedPage page = PrintedPage.of(printer.print(sheet("塔里木宾馆", Direction.IN, null)));
    assertThat(page.text()).contains("塔里木宾馆", "微信扫一扫");
    assertThat(page.code()).isEqualTo(URL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "阿拉尔市塔里木大学附属中学体育馆",
        "新疆生产建设兵团第一师阿拉尔市塔里木大道幸福路街道青松路社区党群服务中心暨居民文化活动中心综合服务大厅东侧农贸市场",
        "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
        "The Aral City Hotel and Conference Centre of the Tarim River",
        "一"
      })
  void anyNameShouldStayOnThePaper(String name) throws Exception {
    PrintedPage page = PrintedPage.of(printer.print(sheet(name, Direction.OUT, "二".repeat(40))));
    assertThat(page.textInOneLine()).contains(name.replace(" ", "")).contains("二".repeat(40));
    assertThat(page.isWithin(MARGIN, PAPER - MARGIN)).isTrue();
    assertThat(page.code()).isEqualTo(URL);
  }

  @Test
  void charactersThatTheFontLacksShouldBeBoxes() throws Exception {
    String odd = "😀 ئۇيغۇر Café №1 𠮷 ﷽";
    PrintedPage page = PrintedPage.of(printer.print(sheet(odd, Direction.IN, "👩🌾")));
    assertThat(page.textInOneLine()).contains("□", "Café№1");
    assertThat(page.code()).isEqualTo(URL);
  }

  @Test
  void aPosterShouldBeSmall() {
    assertThat(printer.print(sheet("塔里木宾馆", Direction.IN, "北门"))).hasSizeBetween(5_000, 40_000);
  }

  @Test
  void theSamePosterShouldHaveTheSameBytes() {
    PosterSheet sheet = sheet("塔里木宾馆", Direction.IN, "北门");
    assertThat(printer.print(sheet)).isEqualTo(new PdfPosterPrinter().print(sheet));
  }

  @Test
  void printersShouldNotDisturbEachOther() throws Exception {
    int posters = 24;
    List<byte[]> alone = new ArrayList<>();
    for (int i = 0; i < posters; i++) {
      alone.add(printer.print(numbered(i)));
    }
    var threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<byte[]>> together = new ArrayList<>();
      for (int i = 0; i < posters; i++) {
        PosterSheet sheet = numbered(i);
        together.add(threads.submit(() -> new PdfPosterPrinter().print(sheet)));
      }
      for (int i = 0; i < posters; i++) {
        assertThat(together.get(i).get(60, SECONDS)).isEqualTo(alone.get(i));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private SeenPicture seen(Direction direction) throws Exception {
    return new SeenPicture(PrintedPage.of(printer.print(sheet("塔里木宾馆", direction, "北门"))).image());
  }

  /** Each with characters that the others have not. */
  private static PosterSheet numbered(int number) {
    var name = new StringBuilder();
    for (int i = 0; i < 50; i++) {
      name.appendCodePoint(0x4E00 + number * 50 + i);
    }
    return sheet(name.toString(), Direction.IN, null);
  }

  private static PosterSheet sheet(String name, Direction direction, @Nullable String label) {
    return new PosterSheet(
        URL, new VenueName(name), direction, Optional.ofNullable(label).map(PosterLabel::new));
  }
}
