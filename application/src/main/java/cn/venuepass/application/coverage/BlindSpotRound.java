package cn.venuepass.application.coverage;

import cn.venuepass.application.Days;
import cn.venuepass.application.IdGenerator;
import cn.venuepass.application.Turns;
import cn.venuepass.domain.coverage.BlindSpot;
import cn.venuepass.domain.coverage.BlindSpotId;
import cn.venuepass.domain.coverage.BlindSpotLedger;
import cn.venuepass.domain.coverage.BlindSpotStep;
import cn.venuepass.domain.coverage.Lack;
import cn.venuepass.domain.coverage.Owner;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

final class BlindSpotRound implements KeepBlindSpots {
  private static final String WORK = "blind-spots";

  /** After that long a node that has the turn is believed to be dead. */
  private static final Duration TURN = Duration.ofMinutes(10);

  private static final String HISTORY = "coverage-history";
  private static final Duration HISTORY_PAUSE = Duration.ofMinutes(15);

  /** How many steps are stored at once, so that no transaction is long. */
  private static final int AT_ONCE = 500;

  private final CoverageRepository coverage;
  private final CoverageHistory history;
  private final BlindSpotRepository blindSpots;
  private final Extents extents;
  private final Turns turns;
  private final IdGenerator ids;
  private final InstantSource clock;

  BlindSpotRound(
      CoverageRepository coverage,
      CoverageHistory history,
      BlindSpotRepository blindSpots,
      Extents extents,
      Turns turns,
      IdGenerator ids,
      InstantSource clock) {
    this.coverage = coverage;
    this.history = history;
    this.blindSpots = blindSpots;
    this.extents = extents;
    this.turns = turns;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public int keep() {
    Instant now = clock.instant();
    var taken = new AtomicInteger();
    boolean unused =
        turns.inTurn(
            WORK,
            now,
            now.plus(TURN),
            () -> {
              taken.set(keepLedger(now));
              keepHistory(now);
            });
    return taken.get();
  }

  /** The turn is not given back: until it is over, what was noted of today is good enough. */
  private void keepHistory(Instant now) {
    if (turns.take(HISTORY, now, now.plus(HISTORY_PAUSE))) {
      history.keep(Days.of(now), coverage.count(Extent.WHOLE, now));
    }
  }

  private int keepLedger(Instant now) {
    List<BlindSpot> known = blindSpots.listStanding(now);
    List<Lack> lacks = coverage.listLacks(now);
    var ladder = Owner.Ladder.of(extents.divisionsOf(Extent.WHOLE));
    var ledger = new BlindSpotLedger(ladder, () -> new BlindSpotId(ids.next()), now);
    List<BlindSpotStep> steps = ledger.compare(known, lacks);
    int taken = 0;
    for (int from = 0; from < steps.size(); from += AT_ONCE) {
      int to = Math.min(from + AT_ONCE, steps.size());
      taken += blindSpots.apply(steps.subList(from, to)).size();
    }
    return taken;
  }
}
