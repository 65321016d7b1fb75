package cn.venuepass.qrcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BannerTest {
  private static final Box BOX = new Box(0, 0, 300, 100);

  /** WCAG 2.2, 1.4.3: text on its ground. */
  private static final double AA = 4.5;

  private static final int ARROW = 2;
  private static final int DOOR = 3;

  @ParameterizedTest
  @EnumSource
  void aColourShouldBeReadableOnWhiteAndUnderWhite(Signage signage) {
    assertThat(1.05 / (luminance(signage.color()) + 0.05)).isGreaterThan(AA);
  }

  @Test
  void theArrowShouldPointIntoTheDoorForInAndOutOfItForOut() {
    Shape in = shape(Signage.IN, ARROW);
    Shape out = shape(Signage.OUT, ARROW);
    assertThat(width(rightThird(in))).isGreaterThan(width(leftThird(in)));
    assertThat(width(leftThird(out))).isGreaterThan(width(rightThird(out)));
    for (Signage signage : Signage.values()) {
      assertThat(shape(signage, DOOR).getBounds2D().getCenterX())
          .isGreaterThan(shape(signage, ARROW).getBounds2D().getCenterX());
    }
  }

  @ParameterizedTest
  @EnumSource
  void arrowAndDoorShouldNotTouch(Signage signage) {
    var common = new Area(shape(signage, ARROW));
    common.intersect(new Area(shape(signage, DOOR)));
    assertThat(common.isEmpty()).isTrue();
  }

  @Test
  void aBandShouldBeFilledForInAndEmptyForOut() {
    assertThat(colorAt(Signage.IN, 290, 50)).isEqualTo(Signage.IN.color());
    assertThat(colorAt(Signage.OUT, 290, 50)).isEqualTo(Color.WHITE);
    assertThat(colorAt(Signage.IN, 2, 2)).isEqualTo(Color.WHITE);
    assertThat(colorAt(Signage.OUT, 2, 2)).isEqualTo(Signage.OUT.color());
  }

  /** The colour of the uppermost layer there. */
  private static Color colorAt(Signage signage, double x, double y) {
    Color color = Color.WHITE;
    for (Layer layer : new Banner(signage, BOX).layers()) {
      if (layer.shape().contains(x, y)) {
        color = layer.color();
      }
    }
    return color;
  }

  private static Shape shape(Signage signage, int layer) {
    return new Banner(signage, BOX).layers().get(layer).shape();
  }

  private static Area leftThird(Shape shape) {
    Rectangle2D bounds = shape.getBounds2D();
    return cut(
        shape,
        new Rectangle2D.Double(
            bounds.getX(), bounds.getY(), bounds.getWidth() / 3, bounds.getHeight()));
  }

  private static Area rightThird(Shape shape) {
    Rectangle2D bounds = shape.getBounds2D();
    double third = bounds.getWidth() / 3;
    return cut(
        shape,
        new Rectangle2D.Double(bounds.getMaxX() - third, bounds.getY(), third, bounds.getHeight()));
  }

  private static Area cut(Shape shape, Rectangle2D part) {
    var cut = new Area(shape);
    cut.intersect(new Area(part));
    return cut;
  }

  /** Across the way that the arrow points. */
  private static double width(Area arrow) {
    return arrow.getBounds2D().getHeight();
  }

  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(int part) {
    double share = part / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
