package cn.venuepass.domain.control;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Identifies an appeal against a control order. */
public record ControlAppealId(UUID value) {
  public ControlAppealId {
    requireNonNull(value, "value");
  }
}
