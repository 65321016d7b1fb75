package cn.venuepass.domain.access;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Identifies a signed-in session: one family of refresh tokens. */
public record SessionId(UUID value) {
  public SessionId {
    requireNonNull(value, "value");
  }
}
