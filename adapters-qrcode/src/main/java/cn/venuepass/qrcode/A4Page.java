package cn.venuepass.qrcode;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.apache.pdfbox.util.Matrix;

/** A page of a PDF document in Chinese. */
final class A4Page {
  static final double POINTS_PER_MILLIMETRE = 72 / 25.4;
  private static final float TOP = PDRectangle.A4.getHeight();

  /** PDFBox promises nothing about a font that documents share; it bounds the memory, too. */
  private static final Object ONE_AT_A_TIME = new Object();

  private final PDPageContentStream content;
  private final PDFont font;

  /** What is drawn on the page. */
  @FunctionalInterface
  interface Drawing {
    void on(A4Page page) throws IOException;
  }

  private A4Page(PDPageContentStream content, PDFont font) {
    this.content = content;
    this.font = font;
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
        PDFont font = NotoSansSc.letters().in(document);
        for (Drawing drawing : pages) {
          add(document, drawing, font);
        }
        var bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void add(PDDocument document, Drawing drawing, PDFont font) throws IOException {
    var page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    try (var content = new PDPageContentStream(document, page)) {
      drawing.on(new A4Page(content, font));
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

  /** A shape whose coordinates are millimetres. */
  void fill(Layer layer) throws IOException {
    var toPoints = AffineTransform.getTranslateInstance(0, TOP);
    toPoints.scale(POINTS_PER_MILLIMETRE, -POINTS_PER_MILLIMETRE);
    content.setNonStrokingColor(layer.color());
    float[] at = new float[6];
    for (var path = layer.shape().getPathIterator(toPoints); !path.isDone(); path.next()) {
      switch (path.currentSegment(at)) {
        case PathIterator.SEG_MOVETO -> content.moveTo(at[0], at[1]);
        case PathIterator.SEG_LINETO -> content.lineTo(at[0], at[1]);
        case PathIterator.SEG_CUBICTO -> content.curveTo(at[0], at[1], at[2], at[3], at[4], at[5]);
        case PathIterator.SEG_CLOSE -> content.closePath();
        default -> throw new IllegalArgumentException("PDF knows no such curve");
      }
    }
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
    SetText set = SetText.of(text, box.scaled(POINTS_PER_MILLIMETRE), style);
    content.setNonStrokingColor(style.color());
    content.setStrokingColor(style.color());
    content.setLineWidth((float) set.strokeOfBold());
    for (SetText.Line line : set.lines()) {
      content.beginText();
      content.setFont(font, (float) set.size());
      content.setRenderingMode(style.bold() ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
      content.newLineAtOffset((float) line.left(), TOP - (float) line.baseline());
      content.showText(line.text());
      content.endText();
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
    return TOP - points(millimetres);
  }

  private static float points(double millimetres) {
    return (float) (millimetres * POINTS_PER_MILLIMETRE);
  }
}
