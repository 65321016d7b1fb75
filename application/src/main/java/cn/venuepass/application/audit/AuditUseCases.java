package cn.venuepass.application.audit;

import cn.venuepass.application.Stores;
import cn.venuepass.domain.audit.AuditSeals;
import java.time.InstantSource;

/** Everything that can be done about the audit log. */
public record AuditUseCases(
    ViewAuditLog viewAuditLog, SealAuditLog sealAuditLog, VerifyAuditLog verifyAuditLog) {

  public static AuditUseCases over(
      Stores stores, AuditTrail audit, AuditSeals seals, InstantSource clock) {
    var chain = new AuditChainService(stores.auditChain(), seals, stores.transactions(), clock);
    return new AuditUseCases(
        new AuditViewService(stores.auditLog(), stores.staff(), audit), chain, chain);
  }
}
