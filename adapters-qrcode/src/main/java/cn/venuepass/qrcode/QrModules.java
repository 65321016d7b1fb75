package cn.venuepass.qrcode;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * The modules of a QR code with ZXing: error correction M, a quiet zone of four modules (ISO/IEC
 * 18004).
 */
final class QrModules {
  private static final int QUIET_ZONE = 4;

  private final ByteMatrix matrix;

  /** Is told where a dark module lies, the quiet zone included. */
  @FunctionalInterface
  interface Pen<E extends Exception> {
    void dark(int x, int y) throws E;
  }

  private QrModules(ByteMatrix matrix) {
    this.matrix = matrix;
  }

  static QrModules of(String text) {
    try {
      return new QrModules(Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix());
    } catch (WriterException e) {
      throw new IllegalArgumentException("the text does not fit into a QR code", e);
    }
  }

  /** Modules a side, the quiet zone included. */
  int size() {
    return matrix.getWidth() + 2 * QUIET_ZONE;
  }

  /** Whether there is a dark module; none lies in the quiet zone. */
  boolean isDark(int x, int y) {
    int column = x - QUIET_ZONE;
    int row = y - QUIET_ZONE;
    return column >= 0
        && row >= 0
        && column < matrix.getWidth()
        && row < matrix.getHeight()
        && matrix.get(column, row) == 1;
  }

  /** The dark modules as a path of SVG, in modules. */
  String svgPath() {
    var path = new StringBuilder();
    draw((x, y) -> path.append('M').append(x).append(' ').append(y).append("h1v1h-1z"));
    return path.toString();
  }

  <E extends Exception> void draw(Pen<E> pen) throws E {
    for (int y = 0; y < matrix.getHeight(); y++) {
      for (int x = 0; x < matrix.getWidth(); x++) {
        if (matrix.get(x, y) == 1) {
          pen.dark(x + QUIET_ZONE, y + QUIET_ZONE);
        }
      }
    }
  }
}
