package cn.venuepass.application.report;

import cn.venuepass.application.audit.AuditTrail;
import cn.venuepass.application.coverage.CoverageUseCases;
import cn.venuepass.application.inspection.InspectionUseCases;
import cn.venuepass.application.posterlife.PosterLifeUseCases;
import java.time.InstantSource;

/** Everything that is told of a territory week by week. */
public record ReportUseCases(ViewWeeklyReport viewWeeklyReport) {

  public static ReportUseCases over(
      CoverageUseCases coverage,
      InspectionUseCases inspection,
      PosterLifeUseCases posterLife,
      DocumentPrinter printer,
      AuditTrail audit,
      InstantSource clock) {
    return new ReportUseCases(
        new WeeklyReportService(
            coverage,
            inspection.viewStatistics(),
            posterLife.watchPosters(),
            printer,
            audit,
            clock));
  }
}
