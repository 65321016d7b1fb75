package cn.venuepass.rest.xlsx;

import cn.venuepass.application.report.TableDocument;
import cn.venuepass.application.report.TableDocument.Cell;
import cn.venuepass.application.report.TableDocument.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A document as a workbook with a sheet for each table. Texts stay texts: no spreadsheet takes one
 * for a formula.
 */
public final class XlsxDocument {
  public static final String TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private static final String APPLICATION = "VenuePass";
  private static final String VERSION = "1.0";
  private static final int LONGEST_NAME = 31;
  private static final int FIRST_WIDTH = 28;
  private static final int OTHER_WIDTH = 14;

  private XlsxDocument() {}

  public static void write(TableDocument document, OutputStream out) throws IOException {
    try (var workbook = new Workbook(out, APPLICATION, VERSION)) {
      Set<String> names = new LinkedHashSet<>();
      for (Table table : document.tables()) {
        write(workbook.newWorksheet(name(table.heading(), names)), document, table);
      }
    }
  }

  private static void write(Worksheet sheet, TableDocument document, Table table) {
    sheet.value(0, 0, document.title());
    sheet.style(0, 0).bold().fontSize(14).set();
    int row = 1;
    for (String line : document.lines()) {
      sheet.value(row++, 0, line);
    }
    row++;
    for (int column = 0; column < table.columns().size(); column++) {
      sheet.value(row, column, table.columns().get(column));
      sheet.style(row, column).bold().fillColor("E4EEE8").set();
      sheet.width(column, column == 0 ? FIRST_WIDTH : OTHER_WIDTH);
    }
    sheet.freezePane(0, row + 1);
    for (List<Cell> cells : table.rows()) {
      row++;
      for (int column = 0; column < cells.size(); column++) {
        put(sheet, row, column, cells.get(column));
      }
    }
  }

  private static void put(Worksheet sheet, int row, int column, Cell cell) {
    if (cell.number().isPresent()) {
      sheet.value(row, column, cell.number().get());
    } else {
      sheet.value(row, column, cell.text());
    }
  }

  /**
   * A name that a sheet may have and no other one has: Excel takes neither these signs nor more.
   */
  private static String name(String heading, Set<String> taken) {
    String plain = heading.replaceAll("[\\\\/?*\\[\\]:']", " ").strip();
    String cut = plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
    String name = cut.isEmpty() ? "1" : cut;
    for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
      String number = " " + i;
      name = cut.substring(0, Math.min(cut.length(), LONGEST_NAME - number.length())) + number;
    }
    return name;
  }
}
