package cn.venuepass.domain.venue;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Identifies a venue. */
public record VenueId(UUID value) {
  public VenueId {
    requireNonNull(value, "value");
  }
}
