package cn.venuepass.domain.venue;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Identifies an entry of a venue's roster. */
public record RosterEntryId(UUID value) {
  public RosterEntryId {
    requireNonNull(value, "value");
  }
}
