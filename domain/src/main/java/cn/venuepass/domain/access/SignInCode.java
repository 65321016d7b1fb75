package cn.venuepass.domain.access;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * A one-time code by which somebody shows that a phone number is theirs: six digits, good once, for
 * five minutes and five attempts, and only while it is the newest of its number.
 */
public record SignInCode(String digits) {
  public static final Duration LIFE = Duration.ofMinutes(5);
  public static final int MOST_ATTEMPTS = 5;

  /** How many different codes there are. */
  public static final int COUNT = 1_000_000;

  private static final Pattern FORM = Pattern.compile("[0-9]{6}");

  public SignInCode {
    if (!FORM.matcher(digits).matches()) {
      throw new InvalidValue("code", Rule.FORMAT);
    }
  }

  /** The n-th of all codes, from 0. */
  public static SignInCode of(int n) {
    return new SignInCode("%06d".formatted(n));
  }

  @Override
  public String toString() {
    return "SignInCode[***]";
  }
}
