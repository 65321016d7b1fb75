package cn.venuepass.rest.problem;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import java.util.regex.Pattern;

/** The number that people call who are kept out: no mobile, but a hotline, often a short one. */
public record HelpPhone(String number) {
  private static final Pattern FORM = Pattern.compile("\\+?[0-9][0-9 -]{1,18}[0-9]");

  /** The public-service hotline of Chinese cities. */
  public static final HelpPhone PUBLIC_SERVICE = new HelpPhone("12345");

  public HelpPhone {
    if (!FORM.matcher(number).matches()) {
      throw new InvalidValue("helpPhone", Rule.PHONE_NUMBER);
    }
  }
}
