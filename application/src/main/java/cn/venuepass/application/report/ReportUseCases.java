package cn.venuepass.application.report;

import cn.venuepass.application.Stores;
import cn.venuepass.application.audit.AuditTrail;
import java.time.InstantSource;

/** Everything that is told of a territory week by week. */
public record ReportUseCases() {

  public static ReportUseCases over(Stores stores, AuditTrail audit, InstantSource clock) {
    return new ReportUseCases();
  }
}
