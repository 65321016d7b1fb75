package cn.venuepass.qrcode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.application.venue.QrCodeRenderer.Format;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ZxingQrCodeRendererTest {
  private static final String URL =
      "HTTPS://VENUEPASS.EXAMPLE/S/0G1M6TR3IS0E5Q0000000000000000000000000V";

  private final ZxingQrCodeRenderer renderer = new ZxingQrCodeRenderer();

  @Test
  void aPngShouldBeReadAsItsText() throws Exception {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(renderer.render(URL, Format.PNG)));
    assertThat(decode(image).getText()).isEqualTo(URL);
    assertThat(image.getColorModel().getPixelSize()).isEqualTo(1);
  }

  @Test
  void anSvgShouldBeReadAsItsText() throws Exception {
    String svg = new String(renderer.render(URL, Format.SVG), UTF_8);
    assertThat(decode(drawn(svg)).getText()).isEqualTo(URL);
  }

  @Test
  void aTextThatIsTooLongShouldBeRefused() {
    assertThatThrownBy(() -> renderer.render("A".repeat(8_000), Format.PNG))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static BufferedImage drawn(String svg) {
    var viewBox = Pattern.compile("viewBox=\"0 0 (\\d+) ").matcher(svg);
    assertThat(viewBox.find()).isTrue();
    int scale = 8;
    int size = Integer.parseInt(viewBox.group(1)) * scale;
    var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
    var pen = image.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, size, size);
    pen.setColor(Color.BLACK);
    var module = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z").matcher(svg);
    while (module.find()) {
      pen.fillRect(
          Integer.parseInt(module.group(1)) * scale,
          Integer.parseInt(module.group(2)) * scale,
          scale,
          scale);
    }
    pen.dispose();
    return image;
  }

  private static Result decode(BufferedImage image)
      throws IOException, NotFoundException, com.google.zxing.ReaderException {
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source)));
  }
}
