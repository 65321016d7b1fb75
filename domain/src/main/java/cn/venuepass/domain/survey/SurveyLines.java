package cn.venuepass.domain.survey;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The lines of one list: a place that stands there a second time is a fault of that line. */
public final class SurveyLines {
  /** How many lines a list has at most. */
  public static final int MOST = 50_000;

  private SurveyLines() {}

  public static List<SurveyLine> withoutRepetition(List<SurveyLine> lines) {
    Set<String> codes = new HashSet<>();
    Set<String> keys = new HashSet<>();
    return lines.stream().map(line -> line.isBad() ? line : checked(line, codes, keys)).toList();
  }

  private static SurveyLine checked(SurveyLine line, Set<String> codes, Set<String> keys) {
    PlaceDetails details = line.details();
    boolean newKey = keys.add(PlaceKey.of(details).text());
    boolean newCode = details.socialCreditCode().map(code -> codes.add(code.text())).orElse(true);
    if (!newCode) {
      return line.withFault(new InvalidValue("socialCreditCode", Rule.REPEATED));
    }
    return newKey ? line : line.withFault(new InvalidValue("name", Rule.REPEATED));
  }
}
