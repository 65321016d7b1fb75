package cn.venuepass.domain.access;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Identifies a staff account. */
public record StaffId(UUID value) {
  public StaffId {
    requireNonNull(value, "value");
  }
}
