package cn.venuepass.domain.control;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Identifies a control order. */
public record ControlOrderId(UUID value) {
  public ControlOrderId {
    requireNonNull(value, "value");
  }
}
