package cn.venuepass.domain.person;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Identifies a person's access through WeChat or phone. */
public record AccountId(UUID value) {
  public AccountId {
    requireNonNull(value, "value");
  }
}
