package cn.venuepass.testkit.memory;

import cn.venuepass.application.retention.DataPurge;
import cn.venuepass.application.retention.RetentionLimits;
import cn.venuepass.application.retention.RetentionReport.Line;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

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
  public void purge(RetentionLimits limits, Instant now, Consumer<Line> gone) {
    store.run(() -> lines(limits, now, true)).forEach(gone);
  }

  @Override
  public List<Line> preview(RetentionLimits limits, Instant now) {
    return store.run(() -> lines(limits, now, false));
  }

  private List<Line> lines(RetentionLimits limits, Instant now, boolean delete) {
    Instant limit = now.minus(limits.visits());
    long held = ledger.countHeld(limit, holds.listOpen());
    return List.of(
        line("visit", ledger.forgetVisits(limit, holds.listOpen(), delete), held),
        line("scan_receipt", ledger.forgetAnswers(now.minus(limits.receipts()), delete), 0),
        line("turned_away", turnedAway.forget(now.minus(limits.refusals()), delete), 0));
  }

  private static Line line(String table, List<Instant> times, long held) {
    return new Line(
        table,
        times.size(),
        times.stream().min(Instant::compareTo),
        times.stream().max(Instant::compareTo),
        0,
        held);
  }
}
