package cn.venuepass.domain.visit;

import static cn.venuepass.domain.visit.Doors.FRESH;
import static cn.venuepass.domain.visit.Doors.MOMENT;
import static cn.venuepass.domain.visit.Doors.OPEN;
import static cn.venuepass.domain.visit.Doors.decided;
import static cn.venuepass.domain.visit.Doors.insideLastSeen;
import static cn.venuepass.domain.visit.Doors.offline;
import static cn.venuepass.domain.visit.Doors.outsideSince;
import static cn.venuepass.domain.visit.Visits.closed;
import static cn.venuepass.domain.visit.Visits.exitOnly;
import static cn.venuepass.domain.visit.Visits.hour;
import static cn.venuepass.domain.visit.Visits.open;
import static cn.venuepass.domain.visit.Visits.openSeen;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.venue.Direction;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * A scan for exit that comes late. The longest stay is 24 hours; a passage at hour 100 is known
 * already.
 */
class LateExitTest {
  private static final VisitId OTHER = new VisitId(new UUID(3, 3));
  private static final ScanOutcome LEFT = new ScanOutcome.Left(OPEN, hour(0));
  private static final ScanOutcome LEFT_ALONE = new ScanOutcome.LeftWithoutEntry(FRESH);

  @Test
  void itShouldBecomeAVisitOfItsOwnWhenNothingElseIsKnown() {
    assertThat(leave(hour(5))).isEqualTo(LEFT_ALONE);
  }

  @Test
  void itShouldCompleteTheVisitThatItEnds() {
    assertThat(leave(hour(0), open(OPEN, 0))).isEqualTo(LEFT);
    assertThat(leave(hour(10), open(OPEN, 0))).isEqualTo(LEFT);
  }

  @Test
  void itShouldNotEndAVisitThatBeganLater() {
    assertThat(leave(hour(0).minus(MOMENT), open(OPEN, 0))).isEqualTo(LEFT_ALONE);
  }

  @Test
  void itShouldNotEndAVisitBeyondTheMaximumStay() {
    assertThat(leave(hour(24), open(OPEN, 0))).isEqualTo(LEFT);
    assertThat(leave(hour(24).plus(MOMENT), open(OPEN, 0))).isEqualTo(LEFT_ALONE);
  }

  @Test
  void itShouldMeasureTheMaximumStayFromTheEntryNotFromTheLastSighting() {
    assertThat(leave(hour(24).plus(MOMENT), openSeen(OPEN, 0, 23))).isEqualTo(LEFT_ALONE);
  }

  @Test
  void itShouldNotEndAVisitInWhichThePersonWasSeenLater() {
    assertThat(leave(hour(5).minus(MOMENT), openSeen(OPEN, 0, 5))).isEqualTo(LEFT_ALONE);
    assertThat(leave(hour(5), openSeen(OPEN, 0, 5))).isEqualTo(LEFT);
    assertThat(leave(hour(6), openSeen(OPEN, 0, 5))).isEqualTo(LEFT);
  }

  @Test
  void itShouldNotReplaceTheExitOfAVisit() {
    assertThat(leave(hour(5), closed(OPEN, 0, 8))).isEqualTo(LEFT_ALONE);
    assertThat(leave(hour(5), closed(OPEN, 0, 5))).isEqualTo(LEFT_ALONE);
    assertThat(leave(hour(5), closed(OPEN, 0, 3))).isEqualTo(LEFT_ALONE);
    assertThat(leave(hour(5), exitOnly(OPEN, 5))).isEqualTo(LEFT_ALONE);
  }

  @Test
  void itShouldEndTheVisitEnteredLastBefore() {
    assertThat(leave(hour(5), open(OTHER, -1), open(OPEN, 0), open(OTHER, 6))).isEqualTo(LEFT);
    assertThat(leave(hour(5), open(OPEN, 0), open(OTHER, -1))).isEqualTo(LEFT);
  }

  @Test
  void itShouldNotEndAForgottenVisitBeforeAClosedOne() {
    assertThat(leave(hour(5), open(OPEN, 0), closed(OTHER, 1, 2))).isEqualTo(LEFT_ALONE);
  }

  @Test
  void itShouldNotEndAVisitBeyondAnotherExit() {
    assertThat(leave(hour(5), open(OPEN, 0), exitOnly(OTHER, 3))).isEqualTo(LEFT_ALONE);
    assertThat(leave(hour(5), open(OPEN, 0), exitOnly(OTHER, 5))).isEqualTo(LEFT_ALONE);
    assertThat(leave(hour(5), open(OPEN, 0), exitOnly(OTHER, 6))).isEqualTo(LEFT);
    assertThat(leave(hour(5), open(OPEN, 0), exitOnly(OTHER, -1))).isEqualTo(LEFT);
  }

  @Test
  void itShouldDoTheSameWhereExitsAreTracked() {
    assertThat(leave(Doors.trackingExits(), hour(24), open(OPEN, 0))).isEqualTo(LEFT);
    assertThat(leave(Doors.trackingExits(), hour(24).plus(MOMENT), open(OPEN, 0)))
        .isEqualTo(LEFT_ALONE);
  }

  @Test
  void itShouldNotChangeWhoIsInside() {
    assertThat(decide(insideLastSeen(hour(3)), hour(2), openSeen(OPEN, 0, 3)))
        .isEqualTo(decided(LEFT_ALONE, hour(2), insideLastSeen(hour(3))));
    assertThat(decide(outsideSince(hour(3)), hour(2), open(OPEN, 0), exitOnly(OTHER, 3)))
        .isEqualTo(decided(LEFT, hour(2), outsideSince(hour(3))));
  }

  private static ScanOutcome leave(Instant at, Visit... known) {
    return leave(Doors.open(), at, known);
  }

  private static ScanOutcome leave(Door door, Instant at, Visit... known) {
    return door.pass(
            Direction.OUT, outsideSince(hour(100)), offline(at), any -> List.of(known), FRESH)
        .outcome();
  }

  private static ScanDecision decide(PresenceState before, Instant at, Visit... known) {
    return Doors.open().pass(Direction.OUT, before, offline(at), any -> List.of(known), FRESH);
  }
}
