package cn.venuepass.domain.inspection;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Identifies an inspection. */
public record InspectionId(UUID value) {
  public InspectionId {
    requireNonNull(value, "value");
  }
}
