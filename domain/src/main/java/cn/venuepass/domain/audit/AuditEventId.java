package cn.venuepass.domain.audit;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Identifies an event of the audit log. */
public record AuditEventId(UUID value) {
  public AuditEventId {
    requireNonNull(value, "value");
  }
}
