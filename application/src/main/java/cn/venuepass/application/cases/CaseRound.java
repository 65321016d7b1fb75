package cn.venuepass.application.cases;

import cn.venuepass.application.Turns;
import cn.venuepass.domain.cases.Case;
import cn.venuepass.domain.cases.Revision;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

final class CaseRound implements KeepCases {
  private static final String WORK = "traces";

  /** After that long a node that has the turn is believed to be dead. */
  private static final Duration TURN = Duration.ofMinutes(10);

  private final CaseRepository cases;
  private final KeepTrace keepTrace;
  private final Turns turns;
  private final InstantSource clock;

  CaseRound(CaseRepository cases, KeepTrace keepTrace, Turns turns, InstantSource clock) {
    this.cases = cases;
    this.keepTrace = keepTrace;
    this.turns = turns;
    this.clock = clock;
  }

  @Override
  public int keep() {
    Instant now = clock.instant();
    var kept = new AtomicInteger();
    boolean unused = turns.inTurn(WORK, now, now.plus(TURN), () -> keepAll(kept));
    return kept.get();
  }

  private void keepAll(AtomicInteger kept) {
    List<RuntimeException> failures = new ArrayList<>();
    for (Case open : cases.listOpen()) {
      try {
        Optional<Revision> unused = keepTrace.keep(open);
        kept.incrementAndGet();
      } catch (RuntimeException e) {
        failures.add(e);
      }
    }
    if (!failures.isEmpty()) {
      RuntimeException first = failures.get(0);
      failures.stream().skip(1).forEach(first::addSuppressed);
      throw first;
    }
  }
}
