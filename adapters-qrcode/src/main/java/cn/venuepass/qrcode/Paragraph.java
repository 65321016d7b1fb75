package cn.venuepass.qrcode;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * A text broken into lines, each where Chinese and English may be broken, at a size at which they
 * fit. Lengths are in one unit, sizes too.
 */
record Paragraph(double size, List<String> lines) {
  /** The distance of two lines at size 1. */
  static final double LEADING = 1.25;

  private static final double SMALLER = 0.96;

  /** How much smaller a text may be for not being broken. */
  private static final double WORTH_ONE_LINE = 0.8;

  /**
   * The text as large as fits.
   *
   * @param widthOf the width of a text at size 1
   */
  static Paragraph fitted(
      String text, double width, double height, double largest, ToDoubleFunction<String> widthOf) {
    double oneLine = Math.min(largest, width / widthOf.applyAsDouble(text));
    if (oneLine >= largest * WORTH_ONE_LINE && oneLine * LEADING <= height) {
      return new Paragraph(oneLine, List.of(text));
    }
    double size = largest;
    List<String> lines = lines(text, width / size, widthOf);
    while (lines.size() * size * LEADING > height) {
      size *= SMALLER;
      lines = lines(text, width / size, widthOf);
    }
    return new Paragraph(size, evened(text, width / size, lines, widthOf));
  }

  /** As many lines, none much shorter than the others. */
  private static List<String> evened(
      String text, double width, List<String> lines, ToDoubleFunction<String> widthOf) {
    List<String> evened = lines;
    double narrower = width;
    List<String> next = lines;
    while (next.size() == lines.size() && lines.size() > 1) {
      evened = next;
      narrower *= SMALLER;
      next = lines(text, narrower, widthOf);
    }
    return evened;
  }

  private static List<String> lines(String text, double width, ToDoubleFunction<String> widthOf) {
    List<String> lines = new ArrayList<>();
    var line = new StringBuilder();
    double used = 0;
    for (String piece : pieces(text, width, widthOf)) {
      if (!line.isEmpty() && used + widthOf.applyAsDouble(piece.stripTrailing()) > width) {
        lines.add(line.toString().strip());
        line.setLength(0);
        used = 0;
      }
      line.append(piece);
      used += widthOf.applyAsDouble(piece);
    }
    lines.add(line.toString().strip());
    return lines;
  }

  /** What stays together on a line: words; characters of a word that is longer than a line. */
  private static List<String> pieces(String text, double width, ToDoubleFunction<String> widthOf) {
    List<String> pieces = new ArrayList<>();
    var breaks = BreakIterator.getLineInstance(Locale.CHINA);
    breaks.setText(text);
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      String word = text.substring(start, end);
      if (widthOf.applyAsDouble(word.stripTrailing()) <= width) {
        pieces.add(word);
      } else {
        word.codePoints().mapToObj(Character::toString).forEach(pieces::add);
      }
      start = end;
    }
    return pieces;
  }
}
