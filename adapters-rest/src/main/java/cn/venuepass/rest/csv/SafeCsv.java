package cn.venuepass.rest.csv;

import static java.util.stream.Collectors.joining;

import java.util.stream.Stream;

/**
 * Writes CSV (RFC 4180, in UTF-8 with a byte order mark, lines end in CR and LF) of which no cell
 * is taken for a formula by a spreadsheet: what begins like one, also behind white space, signs
 * that do not show or quotes, and in the wide forms of these signs, gets an apostrophe before it.
 */
public final class SafeCsv {
  public static final String TYPE = "text/csv;charset=utf-8";
  public static final String BYTE_ORDER_MARK = "\ufeff";
  public static final String LINE_END = "\r\n";

  private static final String GUARD = "'";
  private static final String LINE_STARTS = "\t\r\n";

  /** As they are, small and full-width, and the minus of mathematics. */
  private static final String FORMULA_STARTS =
      "=+-@|\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u2212";

  private static final String QUOTES = "\"'`\u2018\u2019\u201c\u201d\uff02\uff07";

  private SafeCsv() {}

  /** A line with its end. */
  public static String line(Stream<String> cells) {
    return cells.map(SafeCsv::cell).collect(joining(",", "", LINE_END));
  }

  /** The text as it was before it was made safe, if it was. */
  public static String unguarded(String text) {
    return text.startsWith(GUARD) && isFormula(text.substring(1)) ? text.substring(1) : text;
  }

  static String cell(String text) {
    return "\"" + (isFormula(text) ? GUARD : "") + text.replace("\"", "\"\"") + "\"";
  }

  private static boolean isFormula(String text) {
    if (!text.isEmpty() && LINE_STARTS.indexOf(text.charAt(0)) >= 0) {
      return true;
    }
    int first = text.codePoints().filter(sign -> !isPassedOver(sign)).findFirst().orElse(' ');
    return FORMULA_STARTS.indexOf(first) >= 0;
  }

  private static boolean isPassedOver(int sign) {
    return Character.isWhitespace(sign)
        || Character.isSpaceChar(sign)
        || Character.isISOControl(sign)
        || Character.getType(sign) == Character.FORMAT
        || QUOTES.indexOf(sign) >= 0;
  }
}
