package cn.venuepass.domain;

import static java.util.Objects.requireNonNull;

import cn.venuepass.domain.InvalidValue.Rule;

/**
 * Text that people type and others read: one line, without control, format or unpaired surrogate
 * characters, so that it is safe in every store, page and export.
 */
public final class PlainText {
  private PlainText() {}

  /**
   * The text without surrounding white space.
   *
   * @param maximum the longest allowed, in Unicode code points
   * @throws InvalidValue when nothing is left, it is longer, or it holds other than printable
   *     characters
   */
  public static String checked(String field, String text, int maximum) {
    String stripped = requireNonNull(text, field).strip();
    if (stripped.isEmpty()) {
      throw new InvalidValue(field, Rule.REQUIRED);
    }
    if (stripped.codePointCount(0, stripped.length()) > maximum) {
      throw new InvalidValue(field, Rule.TOO_LONG);
    }
    if (!stripped.codePoints().allMatch(PlainText::isPrintable)) {
      throw new InvalidValue(field, Rule.CHARACTERS);
    }
    return stripped;
  }

  private static boolean isPrintable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
