package cn.venuepass.rest.survey;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.survey.SurveyLine;
import cn.venuepass.domain.survey.SurveyLine.Cells;
import cn.venuepass.domain.survey.SurveyLines;
import cn.venuepass.rest.csv.CsvTable;
import cn.venuepass.rest.csv.SafeCsv;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/** Lists of places as tables: their columns, by either of their headings. */
final class PlaceColumns {
  static final List<String> NEEDED = List.of("name", "type", "communityCode", "address");
  private static final Map<String, String> CHINESE =
      Map.of(
          "名称", "name",
          "类型", "type",
          "社区编码", "communityCode",
          "详细地址", "address",
          "统一社会信用代码", "socialCreditCode");

  private PlaceColumns() {}

  static String named(String heading) {
    return CHINESE.getOrDefault(heading.strip(), heading.strip());
  }

  /** The lines of a CSV file. */
  static List<SurveyLine> csv(InputStream file) throws IOException {
    return CsvTable.read(file, NEEDED, PlaceColumns::named, SurveyLines.MOST).stream()
        .map(PlaceColumns::line)
        .toList();
  }

  private static SurveyLine line(CsvTable.Line line) {
    SurveyLine read = line(line.number(), line.cells());
    return line.tooLong() ? read.withFault(new InvalidValue("columns", Rule.TOO_MANY)) : read;
  }

  static SurveyLine line(int number, Map<String, String> cells) {
    return SurveyLine.read(
        number,
        new Cells(
            text(cells, "name"),
            text(cells, "type"),
            text(cells, "communityCode"),
            text(cells, "address"),
            text(cells, "socialCreditCode")));
  }

  private static String text(Map<String, String> cells, String column) {
    return SafeCsv.unguarded(cells.getOrDefault(column, ""));
  }
}
