package cn.venuepass.qrcode;

/**
 * A place on a page in millimetres, or on a picture in pixels, from the upper left corner of
 * either.
 */
record Box(double left, double top, double width, double height) {
  static Box square(double left, double top, double side) {
    return new Box(left, top, side, side);
  }

  Box scaled(double factor) {
    return new Box(left * factor, top * factor, width * factor, height * factor);
  }
}
