package cn.venuepass.rest.survey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.survey.SurveyLine;
import cn.venuepass.rest.problem.Messages;
import java.util.List;
import java.util.stream.Stream;

/**
 * Bad lines as CSV (RFC 4180) with a byte order mark, to be corrected and sent again. No cell is
 * taken for a formula by a spreadsheet.
 */
final class SafeCsv {
  private static final String FORMULA_STARTS = "=+-@\t\r";

  private SafeCsv() {}

  static byte[] of(List<SurveyLine> lines, Messages messages) {
    String head = "name,type,communityCode,address,socialCreditCode,line,field,message";
    return lines.stream()
        .map(line -> row(line, messages))
        .collect(joining("\r\n", "\ufeff" + head + "\r\n", "\r\n"))
        .getBytes(UTF_8);
  }

  private static String row(SurveyLine line, Messages messages) {
    var cells = line.cells();
    return Stream.of(
            cells.name(),
            cells.type(),
            cells.communityCode(),
            cells.address(),
            cells.socialCreditCode(),
            String.valueOf(line.number()),
            joined(line.faults().stream().map(InvalidValue::field)),
            joined(line.faults().stream().map(fault -> messages.of(fault.rule()))))
        .map(SafeCsv::cell)
        .collect(joining(","));
  }

  private static String joined(Stream<String> texts) {
    return texts.collect(joining("; "));
  }

  private static String cell(String text) {
    boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    return "\"" + (formula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
  }
}
