package cn.venuepass.qrcode;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.venuepass.application.venue.QrCodeRenderer;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Draws QR codes, in PNG as one bit a pixel. */
public final class ZxingQrCodeRenderer implements QrCodeRenderer {
  private static final int PIXELS_PER_MODULE = 16;

  @Override
  public byte[] render(String text, Format format) {
    QrModules modules = QrModules.of(text);
    return switch (format) {
      case PNG -> png(modules);
      case SVG -> svg(modules).getBytes(UTF_8);
    };
  }

  private static byte[] png(QrModules modules) {
    int size = modules.size() * PIXELS_PER_MODULE;
    var image = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_BINARY);
    var pen = image.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, size, size);
    pen.setColor(Color.BLACK);
    modules.draw(
        (x, y) ->
            pen.fillRect(
                x * PIXELS_PER_MODULE,
                y * PIXELS_PER_MODULE,
                PIXELS_PER_MODULE,
                PIXELS_PER_MODULE));
    pen.dispose();
    var bytes = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, "png", bytes)) {
        throw new IllegalStateException("this Java platform writes no PNG");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String svg(QrModules modules) {
    int size = modules.size();
    var path = new StringBuilder();
    modules.draw((x, y) -> path.append('M').append(x).append(' ').append(y).append("h1v1h-1z"));
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">
        <rect width="%1$d" height="%1$d" fill="#fff"/>
        <path d="%2$s" fill="#000"/>
        </svg>
        """
        .formatted(size, path);
  }
}
