package cn.venuepass.domain.access;

import static java.util.Objects.requireNonNull;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import java.util.Locale;
import java.util.regex.Pattern;

/** The name that staff sign in with: 3 to 64 letters, digits, dots, dashes; case does not count. */
public record Username(String text) {
  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._-]{2,63}");

  public Username {
    text = requireNonNull(text, "username").strip().toLowerCase(Locale.ROOT);
    if (!FORM.matcher(text).matches()) {
      throw new InvalidValue("username", Rule.FORMAT);
    }
  }
}
