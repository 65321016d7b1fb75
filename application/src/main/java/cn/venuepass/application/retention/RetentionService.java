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
    if (!reports.takeTurn(now, now.plus(TURN))) {
      return Optional.empty();
    }
    var lines = data.purge(limits, now);
    var report =
        new RetentionReport(ids.next(), now, Duration.between(now, clock.instant()), limits, lines);
    reports.finish(report);
    return Optional.of(report);
  }

  @Override
  public Optional<RetentionReport> purgeDaily(RetentionLimits limits, LocalTime quiet) {
    ZonedDateTime now = clock.instant().atZone(Days.CHINA);
    ZonedDateTime today = now.with(quiet);
    Instant due = (today.isAfter(now) ? today.minusDays(1) : today).toInstant();
    boolean done =
        reports.list(PageRequest.first(1)).items().stream()
            .anyMatch(report -> !report.startedAt().isBefore(due));
    return done ? Optional.empty() : purge(limits);
  }

  @Override
  public RetentionReport preview(RetentionLimits limits) {
    Instant now = clock.instant();
    var lines = data.preview(limits, now);
    return new RetentionReport(
        ids.next(), now, Duration.between(now, clock.instant()), limits, lines);
  }

  @Override
  public Page<RetentionReport> list(PageRequest request) {
    return reports.list(request);
  }
}
