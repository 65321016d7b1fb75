package cn.venuepass.domain.venue;

import static java.util.Objects.requireNonNull;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import java.util.regex.Pattern;

/** The code of a venue type, such as HOTEL. */
public record VenueTypeCode(String text) {
  private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

  public VenueTypeCode {
    if (!FORM.matcher(requireNonNull(text, "text")).matches()) {
      throw new InvalidValue("type", Rule.FORMAT);
    }
  }
}
