package cn.venuepass.domain.access;

import static java.util.Objects.requireNonNull;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import java.util.Locale;

/**
 * A password that somebody chooses: length counts, not a mixture of characters (NIST SP 800-63B,
 * 5.1.1.2). At least 12 characters, at most 256, at least six different ones, and not the username
 * with something around it.
 */
public record NewPassword(String text) {
  private static final String FIELD = "newPassword";
  private static final int SHORTEST = 12;
  private static final int LONGEST = 256;
  private static final int FEWEST_DIFFERENT = 6;

  public NewPassword {
    requireNonNull(text, FIELD);
    if (text.codePointCount(0, text.length()) < SHORTEST) {
      throw new InvalidValue(FIELD, Rule.TOO_SHORT);
    }
    if (text.length() > LONGEST) {
      throw new InvalidValue(FIELD, Rule.TOO_LONG);
    }
    if (text.codePoints().distinct().count() < FEWEST_DIFFERENT) {
      throw new InvalidValue(FIELD, Rule.TOO_EASY);
    }
  }

  /**
   * The same, for that account.
   *
   * @throws InvalidValue when it holds the username
   */
  public NewPassword of(Username username) {
    if (text.toLowerCase(Locale.ROOT).contains(username.text())) {
      throw new InvalidValue(FIELD, Rule.TOO_EASY);
    }
    return this;
  }

  @Override
  public String toString() {
    return "NewPassword[***]";
  }
}
