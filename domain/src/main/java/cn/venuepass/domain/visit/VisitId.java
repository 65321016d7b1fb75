package cn.venuepass.domain.visit;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Identifies one stay of a person at a venue. */
public record VisitId(UUID value) {
  public VisitId {
    requireNonNull(value, "value");
  }
}
