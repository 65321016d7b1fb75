package cn.venuepass.qrcode;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.venuepass.application.venue.QrCodeRenderer;
import java.awt.Color;
import java.util.Arrays;
import java.util.List;

/** Draws QR codes, in PNG as one bit a pixel. */
public final class ZxingQrCodeRenderer implements QrCodeRenderer {
  private static final int PIXELS_PER_MODULE = 16;
  private static final List<Color> COLORS = List.of(Color.WHITE, Color.BLACK);

  @Override
  public byte[] render(String text, Format format) {
    QrModules modules = QrModules.of(text);
    return switch (format) {
      case PNG -> png(modules);
      case SVG -> svg(modules).getBytes(UTF_8);
    };
  }

  private static byte[] png(QrModules modules) {
    int side = modules.size() * PIXELS_PER_MODULE;
    var file = new PngFile(side, side, 1, COLORS);
    byte[] row = new byte[side];
    for (int y = 0; y < modules.size(); y++) {
      for (int x = 0; x < modules.size(); x++) {
        int left = x * PIXELS_PER_MODULE;
        Arrays.fill(row, left, left + PIXELS_PER_MODULE, (byte) (modules.isDark(x, y) ? 1 : 0));
      }
      file.add(row);
      file.repeat(PIXELS_PER_MODULE - 1);
    }
    return file.bytes();
  }

  private static String svg(QrModules modules) {
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">
        <rect width="%1$d" height="%1$d" fill="#fff"/>
        <path d="%2$s" fill="#000"/>
        </svg>
        """
        .formatted(modules.size(), modules.svgPath());
  }
}
