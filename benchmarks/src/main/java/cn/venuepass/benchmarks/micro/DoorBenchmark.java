package cn.venuepass.benchmarks.micro;

import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.venue.VenueState;
import cn.venuepass.domain.visit.Controls;
import cn.venuepass.domain.visit.Door;
import cn.venuepass.domain.visit.PresenceState;
import cn.venuepass.domain.visit.Scan.TimeSource;
import cn.venuepass.domain.visit.ScanDecision;
import cn.venuepass.domain.visit.ScanTime;
import cn.venuepass.domain.visit.VisitId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The domain's decision who passes a door. */
@State(Scope.Thread)
public class DoorBenchmark {
  private final Instant now = Instant.parse("2026-11-22T00:00:00Z");
  private final VisitId fresh = new VisitId(new UUID(1, 2));
  private final Door door =
      new Door(
          new VenueState.Approved(now.minusSeconds(86_400)),
          Optional.empty(),
          StayRules.DEFAULT,
          true,
          Door.Room.ENOUGH,
          Controls.NONE);
  private final ScanTime time = new ScanTime(now, TimeSource.SERVER);
  private final PresenceState outside = PresenceState.Outside.NEVER_SEEN;
  private final PresenceState inside =
      new PresenceState.Inside(
          new VisitId(new UUID(3, 4)), now.minusSeconds(3_600), now.minusSeconds(60));

  @Benchmark
  public ScanDecision enter() {
    return door.pass(Direction.IN, outside, time, at -> List.of(), fresh);
  }

  @Benchmark
  public ScanDecision leave() {
    return door.pass(Direction.OUT, inside, time, at -> List.of(), fresh);
  }
}
