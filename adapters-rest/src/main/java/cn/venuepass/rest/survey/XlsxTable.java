package cn.venuepass.rest.survey;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.survey.SurveyLine;
import cn.venuepass.domain.survey.SurveyLines;
import cn.venuepass.rest.csv.Columns;
import cn.venuepass.rest.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipException;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/**
 * The first sheet that a workbook shows (Office Open XML) as a list of places; its first row names
 * the columns, and lines are numbered as the spreadsheet numbers its rows.
 */
final class XlsxTable {
  private static final int MOST_COLUMNS = 200;

  private XlsxTable() {}

  /**
   * Reads the lines.
   *
   * @throws InvalidValue naming {@code xlsx} when it is no such table
   * @throws ProblemException naming the columns that it lacks
   */
  static List<SurveyLine> read(InputStream file) throws IOException {
    byte[] packed;
    try {
      packed = BoundedZip.repacked(file);
    } catch (ZipException | EOFException e) {
      throw new InvalidValue("xlsx", Rule.FORMAT);
    } catch (IllegalArgumentException e) {
      throw e instanceof InvalidValue ? e : new InvalidValue("xlsx", Rule.FORMAT);
    }
    try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(packed));
        var rows = firstShown(workbook).openStream()) {
      return lines(rows.iterator());
    } catch (InvalidValue | ProblemException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // the library tells a broken workbook in many ways
      throw new InvalidValue("xlsx", Rule.FORMAT);
    }
  }

  private static Sheet firstShown(ReadableWorkbook workbook) {
    return workbook
        .getSheets()
        .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
        .findFirst()
        .orElseThrow(() -> new InvalidValue("xlsx", Rule.REQUIRED));
  }

  private static List<SurveyLine> lines(Iterator<Row> rows) {
    if (!rows.hasNext()) {
      throw new InvalidValue("xlsx", Rule.REQUIRED);
    }
    Map<Integer, String> columns = columns(rows.next());
    List<SurveyLine> lines = new ArrayList<>();
    while (rows.hasNext()) {
      Row row = rows.next();
      Map<String, String> cells = cells(row, columns);
      if (cells.values().stream().anyMatch(text -> !text.isBlank())) {
        lines.add(PlaceColumns.line(row.getRowNum(), cells));
      }
      if (lines.size() > SurveyLines.MOST) {
        throw new InvalidValue("xlsx", Rule.TOO_MANY);
      }
    }
    if (lines.isEmpty()) {
      throw new InvalidValue("xlsx", Rule.REQUIRED);
    }
    return lines;
  }

  private static Map<Integer, String> columns(Row head) {
    Map<Integer, String> columns = new HashMap<>();
    for (int i = 0; i < Math.min(head.getCellCount(), MOST_COLUMNS); i++) {
      String heading = PlaceColumns.named(text(head, i));
      if (!heading.isEmpty()) {
        columns.put(i, heading);
      }
    }
    boolean repeated = Set.copyOf(columns.values()).size() < columns.size();
    if (repeated) {
      throw new InvalidValue("xlsx", Rule.FORMAT);
    }
    Columns.verifyNamed(columns.values(), PlaceColumns.NEEDED, "xlsx");
    return columns;
  }

  private static Map<String, String> cells(Row row, Map<Integer, String> columns) {
    Map<String, String> cells = new HashMap<>();
    columns.forEach((index, column) -> cells.put(column, text(row, index)));
    return cells;
  }

  /** A number, such as a code, as its digits. */
  private static String text(Row row, int index) {
    Cell cell = index < row.getCellCount() ? row.getCell(index) : null;
    if (cell == null || cell.getValue() == null) {
      return "";
    }
    if (cell.getType() == CellType.NUMBER) {
      BigDecimal number = cell.asNumber();
      return number.scale() < -30 || number.precision() > 40
          ? cell.getText()
          : number.stripTrailingZeros().toPlainString();
    }
    return cell.getText();
  }
}
