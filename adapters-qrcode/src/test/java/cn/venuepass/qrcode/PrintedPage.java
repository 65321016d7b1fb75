package cn.venuepass.qrcode;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * What somebody gets who prints a document: its only page, as text and as a picture.
 *
 * @param positions each character with its place and size
 */
record PrintedPage(
    String title, String language, String text, List<TextPosition> positions, BufferedImage image) {
  static final int DOTS_PER_INCH = 150;

  static PrintedPage of(byte[] pdf) throws Exception {
    assertThat(new String(pdf, 0, 5, ISO_8859_1)).isEqualTo("%PDF-");
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      PDRectangle paper = document.getPage(0).getMediaBox();
      assertThat(paper.getWidth()).isEqualTo(PDRectangle.A4.getWidth());
      assertThat(paper.getHeight()).isEqualTo(PDRectangle.A4.getHeight());
      var positions = new ArrayList<TextPosition>();
      var stripper =
          new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition position) {
              positions.add(position);
              super.processTextPosition(position);
            }
          };
      return new PrintedPage(
          document.getDocumentInformation().getTitle(),
          document.getDocumentCatalog().getLanguage(),
          stripper.getText(document),
          positions,
          new PDFRenderer(document).renderImageWithDPI(0, DOTS_PER_INCH));
    }
  }

  /** The text without what only parts its lines. */
  String textInOneLine() {
    return text.replaceAll("\\s+", "");
  }

  /** What a phone reads that sees the whole page. */
  String code() throws Exception {
    return new SeenPicture(image).code();
  }

  /** The size of a character that the page has, in points. */
  double sizeOf(String character) {
    return positions.stream()
        .filter(position -> character.equals(position.getUnicode()))
        .mapToDouble(TextPosition::getFontSizeInPt)
        .max()
        .orElseThrow();
  }

  /** Whether every character lies between the two, in points from the left edge. */
  boolean isWithin(float left, float right) {
    return positions.stream()
        .allMatch(p -> p.getXDirAdj() >= left && p.getXDirAdj() + p.getWidthDirAdj() <= right);
  }
}
