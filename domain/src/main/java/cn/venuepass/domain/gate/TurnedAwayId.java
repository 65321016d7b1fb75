package cn.venuepass.domain.gate;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Identifies a manager's note that somebody was not let in. */
public record TurnedAwayId(UUID value) {
  public TurnedAwayId {
    requireNonNull(value, "value");
  }
}
