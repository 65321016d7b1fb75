package cn.venuepass.domain.venue;

import static java.util.Objects.requireNonNull;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import java.util.regex.Pattern;

/** The code of a division, after the statistical division codes: twelve digits. */
public record DivisionCode(String text) {
  private static final Pattern FORM = Pattern.compile("[0-9]{12}");

  public DivisionCode {
    if (!FORM.matcher(requireNonNull(text, "text")).matches()) {
      throw new InvalidValue("division", Rule.FORMAT);
    }
  }
}
