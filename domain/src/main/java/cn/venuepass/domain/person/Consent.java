package cn.venuepass.domain.person;

import static java.util.Objects.requireNonNull;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import java.util.regex.Pattern;

/** The version of the privacy text that a person agreed to, at most 32 letters, digits, dots. */
public record Consent(String version) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,32}");

  public Consent {
    if (!FORM.matcher(requireNonNull(version, "version")).matches()) {
      throw new InvalidValue("consentVersion", Rule.FORMAT);
    }
  }
}
