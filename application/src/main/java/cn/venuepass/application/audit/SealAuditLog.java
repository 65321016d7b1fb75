package cn.venuepass.application.audit;

import cn.venuepass.domain.audit.AuditHead;
import java.util.Optional;

/** Seals what was added to the audit log; of nodes that do so at once each seals another batch. */
@FunctionalInterface
public interface SealAuditLog {

  /**
   * Seals the next batch.
   *
   * @return the new end of the chain; nothing if there was nothing to seal
   * @throws IllegalStateException when the end of the chain was tampered with
   */
  Optional<AuditHead> sealNext();
}
