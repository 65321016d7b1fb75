package cn.venuepass.domain.cases;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Identifies a case. */
public record CaseId(UUID value) {
  public CaseId {
    requireNonNull(value, "value");
  }
}
