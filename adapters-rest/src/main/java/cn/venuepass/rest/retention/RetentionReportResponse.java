package cn.venuepass.rest.retention;

import cn.venuepass.application.retention.RetentionLimits;
import cn.venuepass.application.retention.RetentionReport;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One run; durations are ISO-8601. */
record RetentionReportResponse(
    UUID id,
    Instant startedAt,
    String took,
    boolean complete,
    LimitsResponse limits,
    List<LineResponse> lines) {

  static RetentionReportResponse of(RetentionReport report) {
    return new RetentionReportResponse(
        report.id(),
        report.startedAt(),
        report.took().toString(),
        report.complete(),
        LimitsResponse.of(report.limits()),
        report.lines().stream().map(LineResponse::of).toList());
  }

  record LimitsResponse(
      String visits,
      String receipts,
      String refusals,
      String sessions,
      String creations,
      String devices) {
    static LimitsResponse of(RetentionLimits limits) {
      return new LimitsResponse(
          limits.visits().toString(),
          limits.receipts().toString(),
          limits.refusals().toString(),
          limits.sessions().toString(),
          limits.creations().toString(),
          limits.devices().toString());
    }
  }

  record LineResponse(
      String table,
      long deleted,
      @Nullable Instant oldest,
      @Nullable Instant newest,
      int partitions,
      long held) {
    static LineResponse of(RetentionReport.Line line) {
      return new LineResponse(
          line.table(),
          line.deleted(),
          line.oldest().orElse(null),
          line.newest().orElse(null),
          line.partitions(),
          line.held());
    }
  }
}
