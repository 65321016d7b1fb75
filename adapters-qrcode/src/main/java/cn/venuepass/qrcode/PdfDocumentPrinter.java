package cn.venuepass.qrcode;

import cn.venuepass.application.report.DocumentPrinter;
import cn.venuepass.application.report.TableDocument;
import cn.venuepass.application.report.TableDocument.Cell;
import cn.venuepass.application.report.TableDocument.Table;
import java.awt.Color;
import java.io.IOException;
import java.util.List;

/** Prints tables with PDFBox; a table that does not fit on its page goes on under its head. */
public final class PdfDocumentPrinter implements DocumentPrinter {
  private static final Color INK = new Color(0x1A1A1A);
  private static final Color PALE_INK = new Color(0x555555);
  private static final Color HEAD = new Color(0xE4EEE8);
  private static final Color RULE = new Color(0xB8C4BD);

  private static final double LEFT = 15;
  private static final double WIDTH = 180;
  private static final double PADDING = 1.2;
  private static final double HAIRLINE = 0.15;

  /** How much wider the first column is than the others: it names what the numbers are of. */
  private static final double FIRST_COLUMN = 2.4;

  @Override
  public byte[] print(TableDocument document) {
    var pages = new PageFlow();
    pages.add(14, (page, top) -> title(page, top, document.title()));
    for (String line : document.lines()) {
      pages.add(6, (page, top) -> line(page, top, line));
    }
    document.tables().forEach(table -> add(pages, table));
    return A4Page.print(document.title(), pages.numbered(PdfDocumentPrinter::footer));
  }

  private static void add(PageFlow pages, Table table) {
    PageFlow.Piece head = (page, top) -> head(page, top, table.columns());
    pages.begin(
        List.of(
            new PageFlow.Block(12, (page, top) -> heading(page, top, table.heading())),
            new PageFlow.Block(8, head)),
        new PageFlow.Block(8, head));
    for (List<Cell> row : table.rows()) {
      pages.add(6.5, (page, top) -> row(page, top, row));
    }
    pages.end();
  }

  private static void title(A4Page page, double top, String title) throws IOException {
    page.text(title, new Box(LEFT, top, WIDTH, 11), TextStyle.left(20, INK).inBold());
  }

  private static void line(A4Page page, double top, String line) throws IOException {
    page.text(line, new Box(LEFT, top, WIDTH, 6), TextStyle.left(10, PALE_INK));
  }

  private static void heading(A4Page page, double top, String heading) throws IOException {
    page.text(heading, new Box(LEFT, top + 4, WIDTH, 7), TextStyle.left(13, INK).inBold());
  }

  private static void head(A4Page page, double top, List<String> columns) throws IOException {
    page.fill(new Box(LEFT, top, WIDTH, 8), HEAD);
    for (int i = 0; i < columns.size(); i++) {
      page.text(
          columns.get(i),
          cell(i, columns.size(), top, 8),
          new TextStyle(9, true, INK, i == 0 ? 0 : 1, 0.5));
    }
  }

  private static void row(A4Page page, double top, List<Cell> row) throws IOException {
    page.fill(new Box(LEFT, top + 6.5 - HAIRLINE, WIDTH, HAIRLINE), RULE);
    for (int i = 0; i < row.size(); i++) {
      Cell cell = row.get(i);
      if (!cell.text().isBlank()) {
        page.text(
            cell.text(),
            cell(i, row.size(), top, 6.5),
            new TextStyle(9, false, INK, cell.number().isPresent() ? 1 : i == 0 ? 0 : 1, 0.5));
      }
    }
  }

  private static void footer(A4Page page, int number, int pages) throws IOException {
    page.text(number + " / " + pages, new Box(LEFT, 284, WIDTH, 6), TextStyle.centred(9, PALE_INK));
  }

  private static Box cell(int column, int columns, double top, double height) {
    double unit = WIDTH / (columns - 1 + FIRST_COLUMN);
    double left = column == 0 ? 0 : (FIRST_COLUMN + column - 1) * unit;
    double width = column == 0 ? FIRST_COLUMN * unit : unit;
    return new Box(LEFT + left + PADDING, top, width - 2 * PADDING, height);
  }
}
