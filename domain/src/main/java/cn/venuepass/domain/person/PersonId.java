package cn.venuepass.domain.person;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Identifies a person; random, it says nothing about who it is. */
public record PersonId(UUID value) {
  public PersonId {
    requireNonNull(value, "value");
  }
}
