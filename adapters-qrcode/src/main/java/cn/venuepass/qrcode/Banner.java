package cn.venuepass.qrcode;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;

/**
 * The direction, to be told at a glance from across the road, also by who sees no colours and on a
 * print without: a filled band with round ends and an arrow into a door in a white disc for 入, an
 * empty frame with corners and an arrow out of a door in a filled square for 出.
 *
 * @param box about three times as wide as high
 */
record Banner(Signage signage, Box box) {
  /** All parts of the band's height. */
  private static final double FRAME = 0.07;

  private static final double DISC = 0.86;
  private static final double FIGURE_IN_DISC = 0.64;
  private static final double FIGURE_IN_SQUARE = 0.74;

  List<Layer> layers() {
    return switch (signage) {
      case IN ->
          List.of(
              new Layer(band(), signage.color()),
              new Layer(disc(), Color.WHITE),
              new Layer(figure(arrowIn(), FIGURE_IN_DISC), signage.color()),
              new Layer(figure(door(), FIGURE_IN_DISC), signage.color()));
      case OUT ->
          List.of(
              new Layer(frame(), signage.color()),
              new Layer(panel(), Color.WHITE),
              new Layer(figure(arrowOut(), FIGURE_IN_SQUARE), Color.WHITE),
              new Layer(figure(door(), FIGURE_IN_SQUARE), Color.WHITE));
    };
  }

  Box han() {
    return new Box(box.left() + height(1.05), box.top(), height(0.95), box.height());
  }

  Box english() {
    return new Box(box.left() + height(1.98), box.top(), box.width() - height(2.18), box.height());
  }

  TextStyle styleOfHan(double unitsPerPoint) {
    return TextStyle.centred(height(0.84) * unitsPerPoint, letters()).inBold();
  }

  TextStyle styleOfEnglish(double unitsPerPoint) {
    return TextStyle.centred(height(0.42) * unitsPerPoint, letters()).inBold();
  }

  private Color letters() {
    return signage == Signage.IN ? Color.WHITE : signage.color();
  }

  private Shape band() {
    return new RoundRectangle2D.Double(
        box.left(), box.top(), box.width(), box.height(), box.height(), box.height());
  }

  private Shape disc() {
    double rim = height((1 - DISC) / 2);
    return new Ellipse2D.Double(box.left() + rim, box.top() + rim, height(DISC), height(DISC));
  }

  private Shape frame() {
    return new Rectangle2D.Double(box.left(), box.top(), box.width(), box.height());
  }

  private Shape panel() {
    return new Rectangle2D.Double(
        box.left() + box.height(),
        box.top() + height(FRAME),
        box.width() - height(1 + FRAME),
        height(1 - 2 * FRAME));
  }

  /** Brings a shape of the unit square into the middle of the square at the band's left end. */
  private Shape figure(Shape shape, double size) {
    double rim = height((1 - size) / 2);
    var place = AffineTransform.getTranslateInstance(box.left() + rim, box.top() + rim);
    place.scale(height(size), height(size));
    return place.createTransformedShape(shape);
  }

  /** Open to the left. */
  private static Shape door() {
    return polygon(
        0.52, 0.09, 0.91, 0.09, 0.91, 0.91, 0.52, 0.91, 0.52, 0.79, 0.79, 0.79, 0.79, 0.21, 0.52,
        0.21);
  }

  private static Shape arrowIn() {
    return polygon(
        0.02, 0.42, 0.37, 0.42, 0.37, 0.23, 0.72, 0.5, 0.37, 0.77, 0.37, 0.58, 0.02, 0.58);
  }

  private static Shape arrowOut() {
    return polygon(0.68, 0.42, 0.35, 0.42, 0.35, 0.23, 0, 0.5, 0.35, 0.77, 0.35, 0.58, 0.68, 0.58);
  }

  /** Through corners, each with its x and its y. */
  private static Shape polygon(double... corners) {
    var polygon = new Path2D.Double();
    polygon.moveTo(corners[0], corners[1]);
    for (int i = 2; i < corners.length; i += 2) {
      polygon.lineTo(corners[i], corners[i + 1]);
    }
    polygon.closePath();
    return polygon;
  }

  private double height(double part) {
    return box.height() * part;
  }
}
