package cn.venuepass.domain.coverage;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Identifies a task of the blind-spot ledger. */
public record BlindSpotId(UUID value) {
  public BlindSpotId {
    requireNonNull(value, "value");
  }
}
