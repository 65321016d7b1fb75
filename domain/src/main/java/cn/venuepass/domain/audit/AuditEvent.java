package cn.venuepass.domain.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * An entry of the audit log. What happened for no division belongs to that of the member of staff
 * who did it.
 *
 * @param at to the microsecond, as every store keeps it
 */
public record AuditEvent(AuditEventId id, Instant at, Actor actor, Deed deed) {
  public AuditEvent {
    at = at.truncatedTo(ChronoUnit.MICROS);
    if (deed.division().isEmpty() && actor.division().isPresent()) {
      deed = deed.within(actor.division().get());
    }
  }
}
