package cn.venuepass.domain.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The seal of a batch of events with consecutive numbers, over the seal before.
 *
 * @param keyId the key that made it
 * @param mac in hexadecimal
 */
public record AuditSeal(long first, long last, Instant sealedAt, byte keyId, String mac) {
  public AuditSeal {
    sealedAt = sealedAt.truncatedTo(ChronoUnit.MICROS);
  }
}
