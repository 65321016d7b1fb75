package cn.venuepass.qrcode;

/** A place on a page, in millimetres from its upper left corner. */
record Box(double left, double top, double width, double height) {
  static Box square(double left, double top, double side) {
    return new Box(left, top, side, side);
  }
}
