package cn.venuepass.qrcode;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Noto Sans SC, regular. The file is read once, when the first text is set, and stays. */
final class NotoSansSc {
  private static final String FILE = "NotoSansSC-Regular.ttf";
  private static final int MISSING_GLYPH = 0;
  private static final String REPLACEMENT = "□";

  private final TrueTypeFont font;
  private final CmapLookup glyphs;
  private final double unitsPerSize;

  private static final class Shared {
    static final NotoSansSc LETTERS = read();
  }

  private NotoSansSc(TrueTypeFont font) throws IOException {
    this.font = font;
    this.glyphs = font.getUnicodeCmapLookup();
    this.unitsPerSize = font.getUnitsPerEm();
  }

  static NotoSansSc letters() {
    return Shared.LETTERS;
  }

  /** The font embedded in a document, with no more glyphs than the document uses. */
  PDFont in(PDDocument document) throws IOException {
    return PDType0Font.load(document, font, true);
  }

  /** The width of a printable text at size 1. */
  double widthOf(String text) {
    return text.codePoints().mapToDouble(character -> advance(glyph(character))).sum();
  }

  /** The outline of a printable text at size 1, from the left end of its baseline, y downwards. */
  Shape outlineOf(String text) {
    var outline = new Path2D.Double();
    double x = 0;
    for (int character : text.codePoints().toArray()) {
      int glyph = glyph(character);
      var place = AffineTransform.getTranslateInstance(x, 0);
      place.scale(1 / unitsPerSize, -1 / unitsPerSize);
      outline.append(shape(glyph).getPathIterator(place), false);
      x += advance(glyph);
    }
    return outline;
  }

  /** The text with a box for each character that the font lacks, without marks that it lacks. */
  String printable(String text) {
    var printable = new StringBuilder();
    text.codePoints()
        .forEach(
            character -> {
              if (glyph(character) != MISSING_GLYPH) {
                printable.appendCodePoint(character);
              } else if (!isMark(character)) {
                printable.append(REPLACEMENT);
              }
            });
    return printable.toString();
  }

  private int glyph(int character) {
    return glyphs.getGlyphId(character);
  }

  private double advance(int glyph) {
    try {
      return font.getAdvanceWidth(glyph) / unitsPerSize;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** FontBox promises nothing about two who read glyphs at the same time. */
  private synchronized Shape shape(int glyph) {
    try {
      return font.getGlyph().getGlyph(glyph).getPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isMark(int character) {
    return switch (Character.getType(character)) {
      case Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.FORMAT,
          Character.CONTROL ->
          true;
      default -> false;
    };
  }

  private static NotoSansSc read() {
    try (InputStream file = NotoSansSc.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException(FILE + " is not among the resources");
      }
      TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file.readAllBytes()));
      // Chinese needs no ligatures, and a width is then the sum of its characters' widths.
      font.setEnableGsub(false);
      return new NotoSansSc(font);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
