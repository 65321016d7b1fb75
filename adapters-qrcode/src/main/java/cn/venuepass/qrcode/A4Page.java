package cn.venuepass.qrcode;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.apache.pdfbox.util.Matrix;

/** A page of a PDF document in Chinese. */
final class A4Page {
  private static final double POINTS_PER_MILLIMETRE = 72 / 25.4;

  /** From the top of a line to its baseline at size 1, so that characters stand in the middle. */
  private static final double BASELINE = Paragraph.LEADING / 2 + 0.38;

  private static final double STROKE_OF_BOLD = 0.02;

  /** PDFBox promises nothing about a font that documents share; it bounds the memory, too. */
  private static final Object ONE_AT_A_TIME = new Object();

  private final PDPageContentStream content;
  private final NotoSansSc letters;

  /** What is drawn on the page. */
  @FunctionalInterface
  interface Drawing {
    void on(A4Page page) throws IOException;
  }

  private A4Page(PDPageContentStream content, NotoSansSc letters) {
    this.content = content;
    this.letters = letters;
  }

  /** The bytes of a document with one page, the same whenever the same is drawn. */
  static byte[] print(String title, Drawing drawing) {
    return print(title, List.of(drawing));
  }

  /** The bytes of a document, the same whenever the same is drawn. */
  static byte[] print(String title, List<? extends Drawing> pages) {
    synchronized (ONE_AT_A_TIME) {
      try (var document = new PDDocument()) {
        describe(document, title);
        NotoSansSc letters = NotoSansSc.in(document);
        for (Drawing drawing : pages) {
          add(document, drawing, letters);
        }
        var bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void add(PDDocument document, Drawing drawing, NotoSansSc letters)
      throws IOException {
    var page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    try (var content = new PDPageContentStream(document, page)) {
      drawing.on(new A4Page(content, letters));
    }
  }

  private static void describe(PDDocument document, String title) {
    document.setDocumentId((long) title.hashCode());
    document.getDocumentInformation().setTitle(title);
    var catalog = document.getDocumentCatalog();
    catalog.setLanguage("zh-CN");
    var viewing = new PDViewerPreferences(catalog.getCOSObject());
    viewing.setDisplayDocTitle(true);
    catalog.setViewerPreferences(viewing);
  }

  void fill(Box box, Color color) throws IOException {
    content.setNonStrokingColor(color);
    outline(box);
    content.fill();
  }

  void frame(Box box, double width, Color color) throws IOException {
    content.setStrokingColor(color);
    content.setLineWidth(points(width));
    outline(box);
    content.stroke();
  }

  /** A line to cut along. */
  void cuttingLine(Box box) throws IOException {
    content.saveGraphicsState();
    content.setLineDashPattern(new float[] {points(1.5), points(1)}, 0);
    frame(box, 0.2, Color.GRAY);
    content.restoreGraphicsState();
  }

  /** The code with its quiet zone, as squares that stay sharp in every size. */
  void code(String text, Box square) throws IOException {
    QrModules modules = QrModules.of(text);
    float side = points(square.width()) / modules.size();
    content.saveGraphicsState();
    content.transform(new Matrix(side, 0, 0, -side, x(square.left()), y(square.top())));
    content.setNonStrokingColor(Color.BLACK);
    modules.<IOException>draw((x, y) -> content.addRect(x, y, 1, 1));
    content.fill();
    content.restoreGraphicsState();
  }

  /** The text in the box, smaller than the style says if it has to be. */
  void text(String text, Box box, TextStyle style) throws IOException {
    Paragraph paragraph =
        Paragraph.fitted(
            letters.printable(text),
            points(box.width()),
            points(box.height()),
            style.size(),
            letters::widthOf);
    content.setNonStrokingColor(style.color());
    content.setStrokingColor(style.color());
    content.setLineWidth((float) (paragraph.size() * STROKE_OF_BOLD));
    double advance = paragraph.size() * Paragraph.LEADING;
    double spare = points(box.height()) - advance * paragraph.lines().size();
    double baseline = y(box.top()) - spare * style.above() - paragraph.size() * BASELINE;
    for (String line : paragraph.lines()) {
      double room = points(box.width()) - letters.widthOf(line) * paragraph.size();
      content.beginText();
      content.setFont(letters.font(), (float) paragraph.size());
      content.setRenderingMode(style.bold() ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
      content.newLineAtOffset((float) (x(box.left()) + room * style.before()), (float) baseline);
      content.showText(line);
      content.endText();
      baseline -= advance;
    }
  }

  private void outline(Box box) throws IOException {
    content.addRect(
        x(box.left()), y(box.top() + box.height()), points(box.width()), points(box.height()));
  }

  private static float x(double millimetres) {
    return points(millimetres);
  }

  private static float y(double millimetres) {
    return PDRectangle.A4.getHeight() - points(millimetres);
  }

  private static float points(double millimetres) {
    return (float) (millimetres * POINTS_PER_MILLIMETRE);
  }
}
