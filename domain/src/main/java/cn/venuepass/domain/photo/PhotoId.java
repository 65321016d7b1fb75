package cn.venuepass.domain.photo;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Identifies a photo of an inspection. */
public record PhotoId(UUID value) {
  public PhotoId {
    requireNonNull(value, "value");
  }
}
