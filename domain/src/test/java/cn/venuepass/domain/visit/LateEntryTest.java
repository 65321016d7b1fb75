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
 * A scan for entry that comes late. The longest stay is 24 hours, the gap before a new visit 4
 * hours; a passage at hour 100 is known already.
 */
class LateEntryTest {
  private static final VisitId OTHER = new VisitId(new UUID(3, 3));
  private static final ScanOutcome ENTERED_ANEW = new ScanOutcome.Entered(FRESH);
  private static final ScanOutcome COMPLETED = new ScanOutcome.Entered(OPEN);
  private static final ScanOutcome SEEN_INSIDE = new ScanOutcome.AlreadyInside(OPEN, hour(0));

  @Test
  void itShouldBecomeAVisitOfItsOwnWhenNothingElseIsKnown() {
    assertThat(enter(hour(5))).isEqualTo(ENTERED_ANEW);
  }

  @Test
  void itShouldCompleteAVisitOfWhichOnlyTheExitWasKnown() {
    assertThat(enter(hour(5), exitOnly(OPEN, 7))).isEqualTo(COMPLETED);
    assertThat(enter(hour(7), exitOnly(OPEN, 7))).isEqualTo(COMPLETED);
  }

  @Test
  void itShouldNotCompleteAVisitThatEndedBefore() {
    assertThat(enter(hour(7).plus(MOMENT), exitOnly(OPEN, 7))).isEqualTo(ENTERED_ANEW);
  }

  @Test
  void itShouldNotCompleteAVisitThatWouldBeLongerThanTheMaximumStay() {
    assertThat(enter(hour(6), exitOnly(OPEN, 30))).isEqualTo(COMPLETED);
    assertThat(enter(hour(6).minus(MOMENT), exitOnly(OPEN, 30))).isEqualTo(ENTERED_ANEW);
  }

  @Test
  void itShouldCompleteTheFirstVisitAfterIt() {
    assertThat(enter(hour(5), exitOnly(OTHER, 9), exitOnly(OPEN, 7), exitOnly(OTHER, 4)))
        .isEqualTo(COMPLETED);
  }

  @Test
  void itShouldNotCompleteAVisitBeyondAnotherEntry() {
    assertThat(enter(hour(5), open(OTHER, 6), exitOnly(OPEN, 7))).isEqualTo(ENTERED_ANEW);
    assertThat(enter(hour(5), closed(OTHER, 6, 8), exitOnly(OPEN, 9))).isEqualTo(ENTERED_ANEW);
    assertThat(enter(hour(5), closed(OTHER, 6, 9), exitOnly(OPEN, 8))).isEqualTo(ENTERED_ANEW);
  }

  @Test
  void itShouldNotReplaceTheEntryOfAVisitThatBeganLater() {
    assertThat(enter(hour(5), closed(OPEN, 6, 7))).isEqualTo(ENTERED_ANEW);
    assertThat(enter(hour(5), open(OPEN, 6))).isEqualTo(ENTERED_ANEW);
  }

  @Test
  void itShouldBeASightingWithinAClosedVisitBothEndsIncluded() {
    Visit visit = closed(OPEN, 0, 20);
    assertThat(enter(hour(0), visit)).isEqualTo(SEEN_INSIDE);
    assertThat(enter(hour(10), visit)).isEqualTo(SEEN_INSIDE);
    assertThat(enter(hour(20), visit)).isEqualTo(SEEN_INSIDE);
  }

  @Test
  void itShouldNotBelongToAVisitThatWasClosedAMomentAgo() {
    assertThat(enter(hour(1).plus(MOMENT), closed(OPEN, 0, 1))).isEqualTo(ENTERED_ANEW);
  }

  @Test
  void itShouldBeASightingWithinAnOpenVisitUpToTheEndOfTheReentryGap() {
    assertThat(enter(hour(0), open(OPEN, 0))).isEqualTo(SEEN_INSIDE);
    assertThat(enter(hour(4), open(OPEN, 0))).isEqualTo(SEEN_INSIDE);
    assertThat(enter(hour(4).plus(MOMENT), open(OPEN, 0))).isEqualTo(ENTERED_ANEW);
  }

  @Test
  void itShouldMeasureTheReentryGapFromTheLastSighting() {
    assertThat(enter(hour(7), openSeen(OPEN, 0, 3))).isEqualTo(SEEN_INSIDE);
    assertThat(enter(hour(7).plus(MOMENT), openSeen(OPEN, 0, 3))).isEqualTo(ENTERED_ANEW);
  }

  @Test
  void itShouldBeASightingBeforeALaterSightingOfTheSameVisit() {
    assertThat(enter(hour(10), openSeen(OPEN, 0, 20))).isEqualTo(SEEN_INSIDE);
    assertThat(enter(hour(20), openSeen(OPEN, 0, 20), exitOnly(OTHER, 10))).isEqualTo(SEEN_INSIDE);
  }

  @Test
  void itShouldNotContinueAnOpenVisitBeyondAnExit() {
    assertThat(enter(hour(3), open(OPEN, 0), exitOnly(OTHER, 2))).isEqualTo(ENTERED_ANEW);
    assertThat(enter(hour(3), open(OPEN, 0), exitOnly(OTHER, 3))).isEqualTo(completed(OTHER));
    assertThat(enter(hour(3), open(OPEN, 0), exitOnly(OTHER, 4))).isEqualTo(SEEN_INSIDE);
  }

  @Test
  void itShouldContinueAVisitUpToTheMaximumStayWhereExitsAreTracked() {
    Visit visit = open(OPEN, 0);
    assertThat(enter(Doors.trackingExits(), hour(24), visit)).isEqualTo(SEEN_INSIDE);
    assertThat(enter(Doors.trackingExits(), hour(24).plus(MOMENT), visit)).isEqualTo(ENTERED_ANEW);
  }

  @Test
  void itShouldBelongToTheVisitEnteredLastBefore() {
    assertThat(enter(hour(3), open(OTHER, -1), open(OPEN, 0), open(OTHER, 4)))
        .isEqualTo(SEEN_INSIDE);
    assertThat(enter(hour(3), open(OTHER, 4), open(OPEN, 0), open(OTHER, -1)))
        .isEqualTo(SEEN_INSIDE);
  }

  @Test
  void itShouldNotChangeWhoIsInside() {
    var sighting = new ScanOutcome.AlreadyInside(OPEN, hour(0));
    assertThat(decide(insideLastSeen(hour(3)), hour(2), openSeen(OPEN, 0, 3)))
        .isEqualTo(decided(sighting, hour(2), insideLastSeen(hour(3))));
    assertThat(decide(outsideSince(hour(3)), hour(2), closed(OPEN, 0, 3)))
        .isEqualTo(decided(sighting, hour(2), outsideSince(hour(3))));
    assertThat(decide(outsideSince(hour(3)), hour(2), exitOnly(OPEN, 3)))
        .isEqualTo(decided(COMPLETED, hour(2), outsideSince(hour(3))));
  }

  @Test
  void itShouldLookForVisitsAroundItsOwnTime() {
    EarlierVisits visits = at -> at.equals(hour(5)) ? List.of(exitOnly(OPEN, 7)) : List.of();
    assertThat(
            Doors.open()
                .pass(Direction.IN, outsideSince(hour(100)), offline(hour(5)), visits, FRESH)
                .outcome())
        .isEqualTo(COMPLETED);
  }

  private static ScanOutcome enter(Instant at, Visit... known) {
    return enter(Doors.open(), at, known);
  }

  private static ScanOutcome enter(Door door, Instant at, Visit... known) {
    return door.pass(
            Direction.IN, outsideSince(hour(100)), offline(at), any -> List.of(known), FRESH)
        .outcome();
  }

  private static ScanDecision decide(PresenceState before, Instant at, Visit... known) {
    return Doors.open().pass(Direction.IN, before, offline(at), any -> List.of(known), FRESH);
  }

  private static ScanOutcome completed(VisitId visit) {
    return new ScanOutcome.Entered(visit);
  }
}
