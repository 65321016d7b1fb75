package cn.venuepass.rest.venue;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.venue.VenueType;
import cn.venuepass.domain.venue.VenueTypeCode;
import cn.venuepass.rest.csv.CsvTable;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;

/**
 * Venue types as a table with the columns code, name, department, typicalStay, maximumStay and
 * reentryGap, the last three as ISO-8601 durations such as PT2H.
 */
public final class VenueTypesCsv {
  private static final List<String> COLUMNS =
      List.of("code", "name", "department", "typicalStay", "maximumStay", "reentryGap");
  private static final int MOST = 1_000;

  private VenueTypesCsv() {}

  /**
   * Reads the types.
   *
   * @throws InvalidValue when it is no such table; names the line where one is wrong
   * @throws cn.venuepass.rest.problem.ProblemException naming the columns that it lacks
   */
  public static List<VenueType> read(InputStream file) throws IOException {
    return CsvTable.read(file, COLUMNS, MOST).stream().map(VenueTypesCsv::type).toList();
  }

  private static VenueType type(CsvTable.Line line) {
    try {
      return new VenueType(
          new VenueTypeCode(line.text("code")),
          line.text("name"),
          line.text("department"),
          new StayRules(
              duration(line, "typicalStay"),
              duration(line, "maximumStay"),
              duration(line, "reentryGap")));
    } catch (InvalidValue fault) {
      throw new InvalidValue("line " + line.number() + ", " + fault.field(), fault.rule());
    }
  }

  private static Duration duration(CsvTable.Line line, String column) {
    try {
      return Duration.parse(line.text(column));
    } catch (DateTimeException e) {
      throw new InvalidValue(column, Rule.FORMAT);
    }
  }
}
