package cn.venuepass.qrcode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.venuepass.application.venue.PosterSheet;
import cn.venuepass.application.venue.QrCodeRenderer.Format;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.PosterLabel;
import cn.venuepass.domain.venue.VenueName;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PosterPictureTest {
  private static final String URL =
      "HTTPS://VENUEPASS.EXAMPLE/S/0G1M6TR3IS0E5Q0000000000000000000000000V";
  private static final String LONG_NAME =
      "新疆生产建设兵团第一师阿拉尔市塔里木大道幸福路街道青松路社区党群服务中心暨居民文化活动中心综合服务大厅东侧农贸市场";
  private static final int SMALL = 200;
  private static final float POOR = 0.4f;

  private final PdfPosterPrinter printer = new PdfPosterPrinter();

  @ParameterizedTest
  @EnumSource
  void aPictureShouldBeReadAsItsCode(Direction direction) throws Exception {
    assertThat(seen(sheet("塔里木宾馆", direction, "北门")).code()).isEqualTo(URL);
    assertThat(seen(sheet(LONG_NAME, direction, "二".repeat(40))).code()).isEqualTo(URL);
  }

  @ParameterizedTest
  @EnumSource
  void aPictureThatAMessengerMadeSmallAndPoorShouldBeRead(Direction direction) throws Exception {
    byte[] poor = seen(sheet(LONG_NAME, direction, "北门")).shrunk(SMALL).asJpeg(POOR);
    assertThat(poor).hasSizeLessThan(20_000);
    assertThat(SeenPicture.of(poor).code()).isEqualTo(URL);
  }

  @ParameterizedTest
  @EnumSource
  void anotherDecoderShouldReadAPictureToo(Direction direction, @TempDir Path directory)
      throws Exception {
    assumeTrue(hasZbar(), "zbarimg is not installed (Debian: zbar-tools)");
    PosterSheet sheet = sheet(LONG_NAME, direction, "北门");
    Path file = Files.write(directory.resolve("poster.png"), printer.paint(sheet, Format.PNG));
    assertThat(SeenPicture.codeByZbar(file)).isEqualTo(URL);
    Path poor = Files.write(directory.resolve("poor.jpg"), seen(sheet).shrunk(SMALL).asJpeg(POOR));
    assertThat(SeenPicture.codeByZbar(poor)).isEqualTo(URL);
  }

  @Test
  void theDirectionsShouldDifferInShapeWithoutColoursToo() throws Exception {
    var sign =
        new Rectangle(32, PosterPicture.of(sheet("一", Direction.IN, null)).topOfBanner(), 200, 200);
    SeenPicture in = seen(sheet("塔里木宾馆", Direction.IN, null));
    SeenPicture out = seen(sheet("塔里木宾馆", Direction.OUT, null));
    assertThat(SeenPicture.difference(in.shape(sign), out.shape(sign))).isGreaterThan(0.25);
    var rest = new Rectangle(sign.x + sign.width, sign.y, 656 - sign.width, sign.height);
    assertThat(SeenPicture.difference(in.shape(rest), out.shape(rest))).isGreaterThan(0.5);
  }

  @ParameterizedTest
  @EnumSource
  void aPictureShouldHaveTheColourOfItsDirectionAndNotOfTheOther(Direction direction)
      throws Exception {
    SeenPicture picture = seen(sheet("塔里木宾馆", direction, null));
    boolean in = direction == Direction.IN;
    assertThat(count(picture, in ? Signage.IN : Signage.OUT)).isGreaterThan(20_000);
    assertThat(count(picture, in ? Signage.OUT : Signage.IN)).isZero();
  }

  @Test
  void theSquareInTheMiddleShouldHoldTheBanner() {
    for (String label : List.of("", "北门")) {
      PosterPicture picture =
          PosterPicture.of(sheet("塔里木宾馆", Direction.IN, label.isEmpty() ? null : label));
      int margin = (picture.height() - PosterPicture.WIDTH) / 2;
      assertThat(picture.topOfBanner()).isGreaterThan(margin);
      assertThat(picture.topOfWords()).isLessThan(picture.height() - margin);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        LONG_NAME,
        "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
        "The Aral City Hotel and Conference Centre of the Tarim River",
        "😀 ئۇيغۇر Café №1 𠮷 ﷽",
        "一",
        "\u0301"
      })
  void anyNameShouldStayInItsPlace(String name) throws Exception {
    PosterSheet sheet = sheet(name, Direction.OUT, "二".repeat(40));
    PosterPicture picture = PosterPicture.of(sheet);
    for (Layer layer : picture.words()) {
      Rectangle2D bounds = layer.shape().getBounds2D();
      if (!bounds.isEmpty()) {
        assertThat(bounds.getMinX()).isGreaterThan(30);
        assertThat(bounds.getMaxX()).isLessThan(PosterPicture.WIDTH - 30);
        assertThat(bounds.getMinY()).isGreaterThan(picture.topOfWords());
        assertThat(bounds.getMaxY()).isLessThan(picture.height());
      }
    }
    assertThat(seen(sheet).code()).isEqualTo(URL);
  }

  @Test
  void aNameThatLooksLikeMarkupShouldBeText() throws Exception {
    String svg = svg(sheet("<script>&\"'", Direction.IN, null));
    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg.getBytes(UTF_8)));
    assertThat(document.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo("入 IN · <script>&\"'");
    assertThat(document.getElementsByTagName("script").getLength()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void anSvgShouldHoldTheSameCodeAsThePlainOne(Direction direction) {
    String plain = new String(new ZxingQrCodeRenderer().render(URL, Format.SVG), UTF_8);
    String path = plain.substring(plain.indexOf("d=\""), plain.indexOf("\" fill=\"#000\""));
    assertThat(svg(sheet("塔里木宾馆", direction, "北门")))
        .contains(path, direction == Direction.IN ? "#0b6b3a" : "#124e9c")
        .doesNotContain("<text", "href");
  }

  @Test
  void aPictureShouldBeSmallAndTheSameEveryTime() {
    PosterSheet sheet = sheet(LONG_NAME, Direction.IN, "北门");
    assertThat(printer.paint(sheet, Format.PNG))
        .hasSizeLessThan(40_000)
        .isEqualTo(new PdfPosterPrinter().paint(sheet, Format.PNG));
  }

  @Test
  void paintersShouldNotDisturbEachOther() throws Exception {
    var threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<byte[]>> together = new ArrayList<>();
      for (int i = 0; i < 24; i++) {
        PosterSheet sheet = numbered(i);
        together.add(threads.submit(() -> printer.paint(sheet, Format.SVG)));
      }
      for (int i = 0; i < together.size(); i++) {
        assertThat(together.get(i).get(60, SECONDS))
            .isEqualTo(printer.paint(numbered(i), Format.SVG));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** Each with characters that the others have not. */
  private static PosterSheet numbered(int number) {
    var name = new StringBuilder();
    for (int i = 0; i < 50; i++) {
      name.appendCodePoint(0x6E00 + number * 50 + i);
    }
    return sheet(name.toString(), Direction.IN, null);
  }

  private static int count(SeenPicture picture, Signage signage) {
    int count = 0;
    for (int y = 0; y < picture.image().getHeight(); y++) {
      for (int x = 0; x < picture.image().getWidth(); x++) {
        if (picture.image().getRGB(x, y) == signage.color().getRGB()) {
          count++;
        }
      }
    }
    return count;
  }

  private SeenPicture seen(PosterSheet sheet) throws IOException {
    return SeenPicture.of(printer.paint(sheet, Format.PNG));
  }

  private String svg(PosterSheet sheet) {
    return new String(printer.paint(sheet, Format.SVG), UTF_8);
  }

  private static boolean hasZbar() throws InterruptedException {
    try {
      return new ProcessBuilder("zbarimg", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static PosterSheet sheet(String name, Direction direction, @Nullable String label) {
    return new PosterSheet(
        URL, new VenueName(name), direction, Optional.ofNullable(label).map(PosterLabel::new));
  }
}
