package cn.venuepass.qrcode;

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

/**
 * Noto Sans SC, regular, embedded in one document with no more glyphs than it uses. The file is
 * read once for all documents, and stays.
 */
final class NotoSansSc {
  private static final String FILE = "NotoSansSC-Regular.ttf";
  private static final int MISSING_GLYPH = 0;
  private static final int UNITS_PER_SIZE = 1000;
  private static final String REPLACEMENT = "□";

  private final PDFont font;
  private final CmapLookup glyphs;

  /** Read when the first document is printed. */
  private static final class Shared {
    static final TrueTypeFont FILE_IN_MEMORY = read();
  }

  private NotoSansSc(PDFont font, CmapLookup glyphs) {
    this.font = font;
    this.glyphs = glyphs;
  }

  static NotoSansSc in(PDDocument document) throws IOException {
    return new NotoSansSc(
        PDType0Font.load(document, Shared.FILE_IN_MEMORY, true),
        Shared.FILE_IN_MEMORY.getUnicodeCmapLookup());
  }

  PDFont font() {
    return font;
  }

  /** The width of a printable text at size 1. */
  double widthOf(String text) {
    try {
      return font.getStringWidth(text) / UNITS_PER_SIZE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text with a box for each character that the font lacks, without marks that it lacks. */
  String printable(String text) {
    var printable = new StringBuilder();
    text.codePoints()
        .forEach(
            character -> {
              if (glyphs.getGlyphId(character) != MISSING_GLYPH) {
                printable.appendCodePoint(character);
              } else if (!isMark(character)) {
                printable.append(REPLACEMENT);
              }
            });
    return printable.toString();
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

  private static TrueTypeFont read() {
    try (InputStream file = NotoSansSc.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException(FILE + " is not among the resources");
      }
      TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file.readAllBytes()));
      // Chinese needs no ligatures, and a width is then the sum of its characters' widths.
      font.setEnableGsub(false);
      return font;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
