package cn.venuepass.rest.cases;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;

/** Reads what is asked for in a query. */
final class Flags {
  private Flags() {}

  static boolean read(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new InvalidValue("flag", Rule.FORMAT);
    };
  }

  static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new InvalidValue("number", Rule.FORMAT);
    }
  }

  /** A number between these two, both included. */
  static int number(String text, int least, int most) {
    int number = number(text);
    if (number < least || number > most) {
      throw new InvalidValue("number", Rule.OUT_OF_RANGE);
    }
    return number;
  }
}
