package cn.venuepass.domain.gate;

import static java.util.Objects.requireNonNull;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import java.util.regex.Pattern;

/**
 * Made by a device at a gate when it is installed, usually a UUID: at most 64 letters, digits,
 * dots, dashes, colons, underscores.
 */
public record DeviceId(String text) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

  public DeviceId {
    if (!FORM.matcher(requireNonNull(text, "text")).matches()) {
      throw new InvalidValue("deviceId", Rule.FORMAT);
    }
  }
}
