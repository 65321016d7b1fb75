package cn.venuepass.domain.posterlife;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Identifies a warning about a poster. */
public record PosterWarningId(UUID value) {
  public PosterWarningId {
    requireNonNull(value, "value");
  }
}
