package cn.venuepass.qrcode;

import java.util.ArrayList;
import java.util.List;

/**
 * A text set into a box, smaller than its style says if it has to be.
 *
 * @param size in the unit of the box
 * @param lines from above
 */
record SetText(double size, List<Line> lines) {
  /** From the top of a line to its baseline at size 1, so that characters stand in the middle. */
  private static final double BASELINE = Paragraph.LEADING / 2 + 0.38;

  private static final double STROKE_OF_BOLD = 0.02;

  /** A line with the left end of its baseline. */
  record Line(String text, double left, double baseline) {}

  /**
   * A text that may be empty after all that cannot be printed has gone.
   *
   * @param box in the unit of the style's size
   */
  static SetText of(String text, Box box, TextStyle style) {
    NotoSansSc letters = NotoSansSc.letters();
    Paragraph paragraph =
        Paragraph.fitted(
            letters.printable(text), box.width(), box.height(), style.size(), letters::widthOf);
    double advance = paragraph.size() * Paragraph.LEADING;
    double spare = box.height() - advance * paragraph.lines().size();
    double baseline = box.top() + spare * style.above() + paragraph.size() * BASELINE;
    List<Line> lines = new ArrayList<>();
    for (String line : paragraph.lines()) {
      double room = box.width() - letters.widthOf(line) * paragraph.size();
      lines.add(new Line(line, box.left() + room * style.before(), baseline));
      baseline += advance;
    }
    return new SetText(paragraph.size(), lines);
  }

  /** How wide the line along the edges of letters is that makes them bold. */
  double strokeOfBold() {
    return size * STROKE_OF_BOLD;
  }
}
