package cn.venuepass.domain.venue;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Identifies one issued code of a venue. */
public record PosterId(UUID value) {
  public PosterId {
    requireNonNull(value, "value");
  }
}
