package cn.venuepass.qrcode;

import java.awt.Color;

/**
 * How a text is set.
 *
 * @param size the largest size, in points
 * @param before the part of a line's spare room that lies before it: 0 sets it at the left, ½ in
 *     the middle
 * @param above the part of the box's spare room that lies above the text: 0 sets it at the top
 */
record TextStyle(double size, boolean bold, Color color, double before, double above) {
  private static final double MIDDLE = 0.5;

  static TextStyle centred(double size, Color color) {
    return new TextStyle(size, false, color, MIDDLE, MIDDLE);
  }

  static TextStyle left(double size, Color color) {
    return new TextStyle(size, false, color, 0, 0);
  }

  TextStyle inBold() {
    return new TextStyle(size, true, color, before, above);
  }
}
