package cn.venuepass.qrcode;

import java.awt.Color;
import java.awt.Shape;

/**
 * A shape in one colour, above what was drawn before.
 *
 * @param edge how wide its edge is drawn in the same colour; 0 for not at all
 */
record Layer(Shape shape, Color color, double edge) {
  Layer(Shape shape, Color color) {
    this(shape, color, 0);
  }
}
