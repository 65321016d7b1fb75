package cn.venuepass.domain.inspection;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Identifies a plan of inspections. */
public record InspectionPlanId(UUID value) {
  public InspectionPlanId {
    requireNonNull(value, "value");
  }
}
