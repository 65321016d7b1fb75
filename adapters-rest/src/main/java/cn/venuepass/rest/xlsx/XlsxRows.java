package cn.venuepass.rest.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A workbook that is sent while it is written, row by row, so that it may be long. All cells are
 * texts: no spreadsheet takes one for a formula.
 */
public final class XlsxRows implements AutoCloseable {
  private static final String APPLICATION = "VenuePass";
  private static final String VERSION = "1.0";
  private static final int ROWS_AT_ONCE = 500;

  private final Workbook workbook;
  private Worksheet sheet;
  private int row;

  /** Begins with a sheet of that name. */
  public XlsxRows(OutputStream out, String name) {
    this.workbook = new Workbook(out, APPLICATION, VERSION);
    this.sheet = workbook.newWorksheet(name);
  }

  public void row(List<String> cells) throws IOException {
    for (int column = 0; column < cells.size(); column++) {
      sheet.inlineString(row, column, cells.get(column));
    }
    row++;
    if (row % ROWS_AT_ONCE == 0) {
      sheet.flush();
    }
  }

  /** Ends the sheet and begins another one. */
  public void sheet(String name) throws IOException {
    sheet.finish();
    sheet = workbook.newWorksheet(name);
    row = 0;
  }

  @Override
  public void close() throws IOException {
    workbook.close();
  }
}
