package cn.venuepass.qrcode;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.venuepass.application.venue.QrCodeRenderer;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/**
 * Draws QR codes with ZXing: error correction M, a quiet zone of four modules (ISO/IEC 18004), in
 * PNG as one bit a pixel.
 */
public final class ZxingQrCodeRenderer implements QrCodeRenderer {
  private static final int QUIET_ZONE = 4;
  private static final int PIXELS_PER_MODULE = 16;

  @Override
  public byte[] render(String text, Format format) {
    ByteMatrix modules = encode(text);
    return switch (format) {
      case PNG -> png(modules);
      case SVG -> svg(modules).getBytes(UTF_8);
    };
  }

  private static ByteMatrix encode(String text) {
    try {
      return Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
    } catch (WriterException e) {
      throw new IllegalArgumentException("the text does not fit into a QR code", e);
    }
  }

  private static byte[] png(ByteMatrix modules) {
    int size = (modules.getWidth() + 2 * QUIET_ZONE) * PIXELS_PER_MODULE;
    var image = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_BINARY);
    var pen = image.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, size, size);
    pen.setColor(Color.BLACK);
    for (int y = 0; y < modules.getHeight(); y++) {
      for (int x = 0; x < modules.getWidth(); x++) {
        if (modules.get(x, y) == 1) {
          pen.fillRect(
              (x + QUIET_ZONE) * PIXELS_PER_MODULE,
              (y + QUIET_ZONE) * PIXELS_PER_MODULE,
              PIXELS_PER_MODULE,
              PIXELS_PER_MODULE);
        }
      }
    }
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

  private static String svg(ByteMatrix modules) {
    int size = modules.getWidth() + 2 * QUIET_ZONE;
    var path = new StringBuilder();
    for (int y = 0; y < modules.getHeight(); y++) {
      for (int x = 0; x < modules.getWidth(); x++) {
        if (modules.get(x, y) == 1) {
          path.append('M')
              .append(x + QUIET_ZONE)
              .append(' ')
              .append(y + QUIET_ZONE)
              .append("h1v1h-1z");
        }
      }
    }
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">
        <rect width="%1$d" height="%1$d" fill="#fff"/>
        <path d="%2$s" fill="#000"/>
        </svg>
        """
        .formatted(size, path);
  }
}
