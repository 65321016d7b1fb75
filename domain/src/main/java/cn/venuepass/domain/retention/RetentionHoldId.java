package cn.venuepass.domain.retention;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Identifies a hold. */
public record RetentionHoldId(UUID value) {
  public RetentionHoldId {
    requireNonNull(value, "value");
  }
}
