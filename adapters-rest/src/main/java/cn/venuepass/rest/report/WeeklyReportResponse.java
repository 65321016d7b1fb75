package cn.venuepass.rest.report;

import cn.venuepass.application.report.WeeklyReport;
import cn.venuepass.application.report.WeeklyReport.Progress;
import cn.venuepass.domain.coverage.Gap;
import cn.venuepass.domain.venue.VenueTypeCode;
import cn.venuepass.rest.coverage.BlindSpotResponse;
import cn.venuepass.rest.coverage.DivisionNameResponse;
import cn.venuepass.rest.coverage.NumbersResponse;
import cn.venuepass.rest.coverage.SummaryResponse.GapResponse;
import cn.venuepass.rest.inspection.StatisticsResponse;
import cn.venuepass.rest.posterlife.SilentPosterResponse;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A division's week in numbers. */
record WeeklyReportResponse(
    @Nullable DivisionNameResponse division,
    List<String> types,
    String week,
    String from,
    String to,
    Instant madeAt,
    ProgressResponse coverage,
    List<OfDivision> children,
    List<OfDepartment> departments,
    List<GapResponse> blindSpots,
    List<BlindSpotResponse> overdue,
    StatisticsResponse inspections,
    List<SilentPosterResponse> silentPosters) {

  static WeeklyReportResponse of(WeeklyReport report) {
    return new WeeklyReportResponse(
        report.division().map(DivisionNameResponse::of).orElse(null),
        report.types().stream().map(VenueTypeCode::text).sorted().toList(),
        report.week().toString(),
        report.week().monday().toString(),
        report.week().sunday().toString(),
        report.madeAt(),
        ProgressResponse.of(report.progress()),
        report.children().stream().map(OfDivision::of).toList(),
        report.departments().stream().map(OfDepartment::of).toList(),
        Arrays.stream(Gap.values())
            .map(gap -> GapResponse.of(gap, report.blindSpots().count(gap)))
            .toList(),
        report.overdue().stream()
            .map(listed -> BlindSpotResponse.of(listed, report.madeAt()))
            .toList(),
        StatisticsResponse.of(report.inspections()),
        report.silentPosters().stream().map(SilentPosterResponse::of).toList());
  }

  /** At the end of the week and of the one before; null for a week of which nothing was kept. */
  record ProgressResponse(@Nullable NumbersResponse now, @Nullable NumbersResponse before) {
    static ProgressResponse of(Progress progress) {
      return new ProgressResponse(
          progress.now().map(NumbersResponse::of).orElse(null),
          progress.before().map(NumbersResponse::of).orElse(null));
    }
  }

  record OfDivision(DivisionNameResponse division, ProgressResponse coverage) {
    static OfDivision of(WeeklyReport.OfDivision row) {
      return new OfDivision(
          DivisionNameResponse.of(row.division()), ProgressResponse.of(row.progress()));
    }
  }

  record OfDepartment(String department, ProgressResponse coverage) {
    static OfDepartment of(WeeklyReport.OfDepartment row) {
      return new OfDepartment(row.department(), ProgressResponse.of(row.progress()));
    }
  }
}
