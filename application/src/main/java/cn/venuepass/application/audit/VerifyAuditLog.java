package cn.venuepass.application.audit;

import cn.venuepass.domain.audit.AuditVerification;

/** Checks whether the audit log's chain is whole. */
public interface VerifyAuditLog {

  /**
   * Checks the next part of the chain, some thousand events at most. Never holds more than one
   * batch.
   *
   * @param after the last number that was checked before, 0 to begin
   */
  AuditVerification verify(long after);

  /** Whether the chain has that seal at that number, as somebody wrote it down outside. */
  boolean holds(long last, String seal);
}
