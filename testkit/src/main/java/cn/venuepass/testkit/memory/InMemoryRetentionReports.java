package cn.venuepass.testkit.memory;

import cn.venuepass.application.Cursor;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.retention.RetentionReport;
import cn.venuepass.application.retention.RetentionReports;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

final class InMemoryRetentionReports implements RetentionReports {
  private final InMemoryStore store;
  private final Map<UUID, RetentionReport> reports;
  private Instant takenUntil = Instant.MIN;

  InMemoryRetentionReports(InMemoryStore store) {
    this.store = store;
    this.reports = store.table();
  }

  @Override
  public boolean takeTurn(Instant now, Instant until) {
    return store.run(
        () -> {
          boolean free = !takenUntil.isAfter(now);
          takenUntil = free ? until : takenUntil;
          return free;
        });
  }

  @Override
  public void giveTurnBack(Instant until) {
    store.run(() -> takenUntil = takenUntil.equals(until) ? Instant.MIN : takenUntil);
  }

  @Override
  public void add(RetentionReport report) {
    store.run(() -> reports.put(report.id(), report));
  }

  @Override
  public Page<RetentionReport> list(PageRequest request) {
    return store.run(
        () ->
            Paging.newestFirst(
                reports.values().stream(),
                request,
                report -> new Cursor(report.startedAt(), report.id())));
  }
}
