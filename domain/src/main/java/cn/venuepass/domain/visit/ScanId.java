package cn.venuepass.domain.visit;

import static java.util.Objects.requireNonNull;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import java.util.regex.Pattern;

/**
 * Made by the client for each scan, usually a UUID: at most 64 letters, digits, dots, dashes,
 * colons, underscores. A scan sent again with the same id is the same scan.
 */
public record ScanId(String text) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

  public ScanId {
    if (!FORM.matcher(requireNonNull(text, "text")).matches()) {
      throw new InvalidValue("scanId", Rule.FORMAT);
    }
  }
}
