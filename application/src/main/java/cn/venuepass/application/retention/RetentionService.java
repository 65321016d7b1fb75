package cn.venuepass.application.retention;

import cn.venuepass.application.Days;
import cn.venuepass.application.IdGenerator;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

final class RetentionService implements PurgeData, ViewRetentionReports {
  /** After that long a node that has the turn is believed to be dead. */
  private static final Duration TURN = Duration.ofHours(6);

  private final DataPurge data;
  private final RetentionReports reports;
  private final IdGenerator ids;
  private final InstantSource clock;

  RetentionService(DataPurge data, RetentionReports reports, IdGenerator ids, InstantSource clock) {
    this.data = data;
    this.reports = reports;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Optional<RetentionReport> purge(RetentionLimits limits) {
    Instant now = clock.instant();
    Instant until = now.plus(TURN);
    if (!reports.takeTurn(now, until)) {
      return Optional.empty();
    }
    try {
      return Optional.of(run(limits, now));
    } finally {
      reports.giveTurnBack(until);
    }
  }

  /** A run that fails leaves a report of what it had deleted until then, if that was anything. */
  private RetentionReport run(RetentionLimits limits, Instant now) {
    List<RetentionReport.Line> lines = new ArrayList<>();
    try {
      data.purge(limits, now, lines::add);
    } catch (RuntimeException e) {
      if (lines.stream().anyMatch(line -> line.deleted() > 0)) {
        reports.add(report(now, false, limits, lines));
      }
      throw e;
    }
    RetentionReport report = report(now, true, limits, lines);
    reports.add(report);
    return report;
  }

  private RetentionReport report(
      Instant start, boolean complete, RetentionLimits limits, List<RetentionReport.Line> lines) {
    Duration took = Duration.between(start, clock.instant());
    return new RetentionReport(ids.next(), start, took, complete, limits, List.copyOf(lines));
  }

  @Override
  public Optional<RetentionReport> purgeDaily(RetentionLimits limits, LocalTime quiet) {
    ZonedDateTime now = clock.instant().atZone(Days.CHINA);
    ZonedDateTime today = now.with(quiet);
    Instant due = (today.isAfter(now) ? today.minusDays(1) : today).toInstant();
    boolean done =
        reports.list(PageRequest.first(1)).items().stream()
            .anyMatch(report -> report.complete() && !report.startedAt().isBefore(due));
    return done ? Optional.empty() : purge(limits);
  }

  @Override
  public RetentionReport preview(RetentionLimits limits) {
    Instant now = clock.instant();
    return report(now, true, limits, data.preview(limits, now));
  }

  @Override
  public Page<RetentionReport> list(PageRequest request) {
    return reports.list(request);
  }
}
