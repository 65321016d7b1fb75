package cn.venuepass.testkit.memory;

import cn.venuepass.application.retention.DataPurge;
import cn.venuepass.application.retention.RetentionLimits;
import cn.venuepass.application.retention.RetentionReport.Line;
import java.time.Instant;
import java.util.List;

/** Forgets what happened at doors; people and sessions stay, for as long as the test lasts. */
final class InMemoryDataPurge implements DataPurge {
  private final InMemoryStore store;
  private final InMemoryVisitLedger ledger;
  private final InMemoryTurnedAwayRepository turnedAway;
  private final InMemoryRetentionHolds holds;

  InMemoryDataPurge(
      InMemoryStore store,
      InMemoryVisitLedger ledger,
      InMemoryTurnedAwayRepository turnedAway,
      InMemoryRetentionHolds holds) {
    this.store = store;
    this.ledger = ledger;
    this.turnedAway = turnedAway;
    this.holds = holds;
  }

  @Override
  public List<Line> purge(RetentionLimits limits, Instant now) {
    return store.run(() -> lines(limits, now, true));
  }

  @Override
  public List<Line> preview(RetentionLimits limits, Instant now) {
    return store.run(() -> lines(limits, now, false));
  }

  private List<Line> lines(RetentionLimits limits, Instant now, boolean delete) {
    return List.of(
        line("visit", ledger.forgetVisits(now.minus(limits.visits()), holds.listOpen(), delete)),
        line("scan_receipt", ledger.forgetAnswers(now.minus(limits.receipts()), delete)),
        line("turned_away", turnedAway.forget(now.minus(limits.refusals()), delete)));
  }

  private static Line line(String table, List<Instant> times) {
    return new Line(
        table,
        times.size(),
        times.stream().min(Instant::compareTo),
        times.stream().max(Instant::compareTo),
        0,
        0);
  }
}
