package cn.venuepass.rest.venue;

import cn.venuepass.application.venue.MaintainDivisions.Row;
import cn.venuepass.rest.csv.CsvTable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Divisions as a table with the columns code, parent, level, name. */
public final class DivisionsCsv {
  private static final List<String> COLUMNS = List.of("code", "parent", "level", "name");
  private static final int MOST = 10_000;

  private DivisionsCsv() {}

  /**
   * Reads the lines, not yet believed.
   *
   * @throws cn.venuepass.domain.InvalidValue when it is no such table
   * @throws cn.venuepass.rest.problem.ProblemException naming the columns that it lacks
   */
  public static List<Row> read(InputStream file) throws IOException {
    return CsvTable.read(file, COLUMNS, MOST).stream()
        .map(
            line ->
                new Row(
                    line.number(),
                    line.text("code"),
                    line.optional("parent"),
                    line.text("level"),
                    line.text("name")))
        .toList();
  }
}
