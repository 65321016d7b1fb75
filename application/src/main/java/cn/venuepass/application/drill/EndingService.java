package cn.venuepass.application.drill;

import static java.util.stream.Collectors.toMap;

import cn.venuepass.application.Transactions;
import cn.venuepass.application.Turns;
import cn.venuepass.application.cases.CaseJournal;
import cn.venuepass.application.cases.CaseRepository;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.cases.Case;
import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.drill.Drill;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

final class EndingService implements EndDrills {
  private static final String WORK = "drills";
  private static final Duration LONGEST_TURN = Duration.ofMinutes(10);
  private static final String REPORT = "演练到时自动结束";

  private final DrillRepository drills;
  private final CaseRepository cases;
  private final DrillClocks clocks;
  private final Transactions transactions;
  private final Turns turns;
  private final CaseJournal journal;
  private final InstantSource clock;

  EndingService(
      DrillRepository drills,
      CaseRepository cases,
      DrillClocks clocks,
      Transactions transactions,
      Turns turns,
      CaseJournal journal,
      InstantSource clock) {
    this.drills = drills;
    this.cases = cases;
    this.clocks = clocks;
    this.transactions = transactions;
    this.turns = turns;
    this.journal = journal;
    this.clock = clock;
  }

  @Override
  public int end() {
    Instant now = clock.instant();
    var ended = new AtomicInteger();
    boolean unused = turns.inTurn(WORK, now, now.plus(LONGEST_TURN), () -> ended.set(endAll(now)));
    return ended.get();
  }

  private int endAll(Instant now) {
    Map<CaseId, Case> open = cases.listOpen().stream().collect(toMap(Case::id, one -> one));
    int ended = 0;
    for (Drill drill : drills.listRunning()) {
      Optional<Case> running = Optional.ofNullable(open.get(drill.of()));
      if (running.isEmpty() || drill.isOver(now)) {
        ended += transactions.run(() -> end(drill, running, now)) ? 1 : 0;
      }
    }
    return ended;
  }

  /** A case that changes just now is closed with the next round. */
  private boolean end(Drill drill, Optional<Case> running, Instant now) {
    return running.map(one -> close(drill, one, now)).orElse(true)
        && drills.end(drill.ended(clocks.of(drill).stopped(now)));
  }

  private boolean close(Drill drill, Case running, Instant now) {
    boolean closed = cases.replace(running.closed(new Case.Closing(now, drill.by(), REPORT)));
    if (closed) {
      journal.noteBySystem(running, AuditAction.DRILL_ENDED);
    }
    return closed;
  }
}
