package cn.venuepass.rest.audit;

import cn.venuepass.domain.audit.AuditFault;
import cn.venuepass.domain.audit.AuditVerification;
import org.jspecify.annotations.Nullable;

/**
 * What a look at the chain found.
 *
 * @param next what goes into {@code ?after=} to check on; null when nothing is left
 */
record VerificationResponse(
    boolean whole,
    long from,
    long to,
    Head head,
    long unsealed,
    @Nullable Fault fault,
    @Nullable Long next) {
  static VerificationResponse of(AuditVerification found) {
    return new VerificationResponse(
        found.fault().isEmpty(),
        found.from(),
        found.to(),
        new Head(found.head().last(), found.head().seal()),
        found.unsealed(),
        found.fault().map(fault -> new Fault(fault.kind(), fault.number())).orElse(null),
        found.isComplete() ? null : found.to());
  }

  /** The end of the chain. */
  record Head(long number, String seal) {}

  /** Where it is broken first. */
  record Fault(AuditFault.Kind kind, long number) {}
}
