package cn.venuepass.domain.person;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Identifies a family member as an account knows them. */
public record FamilyLinkId(UUID value) {
  public FamilyLinkId {
    requireNonNull(value, "value");
  }
}
