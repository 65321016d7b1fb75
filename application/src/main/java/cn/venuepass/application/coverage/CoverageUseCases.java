package cn.venuepass.application.coverage;

import cn.venuepass.application.IdGenerator;
import cn.venuepass.application.Stores;
import cn.venuepass.application.audit.AuditTrail;
import java.time.InstantSource;

/** Everything that shows which places have their codes and use them. */
public record CoverageUseCases() {

  public static CoverageUseCases over(
      Stores stores, AuditTrail audit, IdGenerator ids, InstantSource clock) {
    return new CoverageUseCases();
  }
}
