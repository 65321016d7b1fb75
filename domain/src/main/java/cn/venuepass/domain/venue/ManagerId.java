package cn.venuepass.domain.venue;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Identifies a person's appointment as manager of one venue. */
public record ManagerId(UUID value) {
  public ManagerId {
    requireNonNull(value, "value");
  }
}
