package cn.venuepass.rest.survey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.survey.SurveyLine;
import cn.venuepass.rest.csv.SafeCsv;
import cn.venuepass.rest.problem.Messages;
import java.util.List;
import java.util.stream.Stream;

/** Bad lines as CSV, to be corrected and sent again. */
final class RejectedCsv {
  private RejectedCsv() {}

  static byte[] of(List<SurveyLine> lines, Messages messages) {
    String head = "name,type,communityCode,address,socialCreditCode,line,field,message";
    return lines.stream()
        .map(line -> row(line, messages))
        .collect(joining("", SafeCsv.BYTE_ORDER_MARK + head + SafeCsv.LINE_END, ""))
        .getBytes(UTF_8);
  }

  private static String row(SurveyLine line, Messages messages) {
    var cells = line.cells();
    return SafeCsv.line(
        Stream.of(
            cells.name(),
            cells.type(),
            cells.communityCode(),
            cells.address(),
            cells.socialCreditCode(),
            String.valueOf(line.number()),
            joined(line.faults().stream().map(InvalidValue::field)),
            joined(line.faults().stream().map(fault -> messages.of(fault.rule())))));
  }

  private static String joined(Stream<String> texts) {
    return texts.collect(joining("; "));
  }
}
