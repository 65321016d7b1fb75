package cn.venuepass.domain.tracing;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Identifies what somebody told a tracer. */
public record StatementId(UUID value) {
  public StatementId {
    requireNonNull(value, "value");
  }
}
