package cn.venuepass.domain.audit;

import java.util.Optional;

/**
 * What a look at the chain found.
 *
 * @param from the number of the first event that was checked
 * @param to the number of the last one
 * @param head the end of the chain
 * @param unsealed how many events wait for their seal
 */
public record AuditVerification(
    long from, long to, AuditHead head, long unsealed, Optional<AuditFault> fault) {

  /** Whether nothing is left to check: the end is reached, or a fault. */
  public boolean isComplete() {
    return fault.isPresent() || to >= head.last();
  }
}
