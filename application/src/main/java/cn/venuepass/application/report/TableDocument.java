package cn.venuepass.application.report;

import java.util.List;
import java.util.Optional;

/**
 * A text with tables, to be printed or opened in a spreadsheet.
 *
 * @param lines what stands above the tables
 */
public record TableDocument(String title, List<String> lines, List<Table> tables) {
  public TableDocument {
    lines = List.copyOf(lines);
    tables = List.copyOf(tables);
  }

  /** A table; each row has a cell for each column. */
  public record Table(String heading, List<String> columns, List<List<Cell>> rows) {
    public Table {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
      int width = columns.size();
      if (width == 0 || rows.stream().anyMatch(row -> row.size() != width)) {
        throw new IllegalArgumentException("each row has a cell for each column");
      }
    }
  }

  /**
   * What stands in a cell.
   *
   * @param number the same as a number, if it is one
   */
  public record Cell(String text, Optional<Long> number) {
    public static Cell of(String text) {
      return new Cell(text, Optional.empty());
    }

    public static Cell of(long number) {
      return new Cell(Long.toString(number), Optional.of(number));
    }
  }
}
