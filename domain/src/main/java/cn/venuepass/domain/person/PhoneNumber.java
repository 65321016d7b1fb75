package cn.venuepass.domain.person;

import static java.util.Objects.requireNonNull;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import java.util.regex.Pattern;

/**
 * A phone number in E.164, such as +8613800000000. What people type is turned into this form where
 * it enters the system.
 */
public record PhoneNumber(String e164) {
  private static final Pattern FORM = Pattern.compile("\\+[1-9][0-9]{6,14}");
  private static final String MAINLAND = "+86";
  private static final Pattern MAINLAND_MOBILE = Pattern.compile("\\+861[3-9][0-9]{9}");
  private static final int USUAL_LENGTH = 11;

  public PhoneNumber {
    if (!FORM.matcher(requireNonNull(e164, "phone")).matches()) {
      throw new InvalidValue("phone", Rule.PHONE_NUMBER);
    }
  }

  /** As people write it: a mainland mobile number without its country code. */
  public String national() {
    return MAINLAND_MOBILE.matcher(e164).matches() ? e164.substring(MAINLAND.length()) : e164;
  }

  /**
   * Three leading and four trailing digits stay of a usual number, 138****0000; of a short one two.
   */
  public String masked() {
    String text = national();
    boolean usual = text.length() >= USUAL_LENGTH;
    return (usual ? text.substring(0, 3) : "")
        + "****"
        + text.substring(text.length() - (usual ? 4 : 2));
  }

  @Override
  public String toString() {
    return "PhoneNumber[***]";
  }
}
