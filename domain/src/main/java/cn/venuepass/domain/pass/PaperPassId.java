package cn.venuepass.domain.pass;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Identifies one issued paper pass; random, it says nothing about its bearer. */
public record PaperPassId(UUID value) {
  public PaperPassId {
    requireNonNull(value, "value");
  }
}
