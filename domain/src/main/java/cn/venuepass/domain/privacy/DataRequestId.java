package cn.venuepass.domain.privacy;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Identifies somebody's request about their data. */
public record DataRequestId(UUID value) {
  public DataRequestId {
    requireNonNull(value, "value");
  }
}
