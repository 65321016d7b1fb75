package cn.venuepass.domain.visit;

import static cn.venuepass.domain.visit.Doors.ENTRY;
import static cn.venuepass.domain.visit.Doors.FRESH;
import static cn.venuepass.domain.visit.Doors.GAP;
import static cn.venuepass.domain.visit.Doors.MAXIMUM;
import static cn.venuepass.domain.visit.Doors.MOMENT;
import static cn.venuepass.domain.visit.Doors.OPEN;
import static cn.venuepass.domain.visit.Doors.decided;
import static cn.venuepass.domain.visit.Doors.enter;
import static cn.venuepass.domain.visit.Doors.inside;
import static cn.venuepass.domain.visit.Doors.insideLastSeen;
import static cn.venuepass.domain.visit.Doors.leave;
import static cn.venuepass.domain.visit.Doors.live;
import static cn.venuepass.domain.visit.Doors.outsideSince;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.visit.PresenceState.Inside;
import cn.venuepass.domain.visit.PresenceState.Outside;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The table "A scan" of the domain document, for scans with network at a door that is open. */
class DoorTest {
  private static final Instant END_OF_GAP = ENTRY.plus(GAP);
  private static final Instant END_OF_MAXIMUM = ENTRY.plus(MAXIMUM);

  @Test
  void enterShouldOpenAVisitOfSomebodyNeverSeen() {
    assertThat(enter(Doors.open(), Outside.NEVER_SEEN, live(ENTRY))).isEqualTo(entered(ENTRY));
  }

  @Test
  void enterShouldOpenAVisitOfSomebodyWhoLeft() {
    Instant later = ENTRY.plus(MOMENT);
    assertThat(enter(Doors.open(), outsideSince(ENTRY), live(later))).isEqualTo(entered(later));
  }

  @Test
  void enterShouldAnswerAlreadyInsideAtTheSameInstant() {
    assertThat(enter(Doors.open(), inside(), live(ENTRY))).isEqualTo(alreadyInside(ENTRY));
  }

  @Test
  void enterShouldAnswerAlreadyInsideUpToTheEndOfTheReentryGap() {
    assertThat(enter(Doors.open(), inside(), live(END_OF_GAP)))
        .isEqualTo(alreadyInside(END_OF_GAP));
  }

  @Test
  void enterShouldOpenAVisitAMomentAfterTheReentryGap() {
    Instant later = END_OF_GAP.plus(MOMENT);
    assertThat(enter(Doors.open(), inside(), live(later))).isEqualTo(entered(later));
  }

  @Test
  void enterShouldMeasureTheReentryGapFromTheLastSighting() {
    PresenceState seen = insideLastSeen(END_OF_GAP);
    Instant end = END_OF_GAP.plus(GAP);
    Instant later = end.plus(MOMENT);
    assertThat(enter(Doors.open(), seen, live(end))).isEqualTo(alreadyInside(end));
    assertThat(enter(Doors.open(), seen, live(later))).isEqualTo(entered(later));
  }

  @Test
  void enterShouldAnswerAlreadyInsideSoonAfterASightingEvenPastTheMaximumStay() {
    PresenceState seen = insideLastSeen(END_OF_MAXIMUM);
    Instant later = END_OF_MAXIMUM.plus(MOMENT);
    assertThat(enter(Doors.open(), seen, live(later))).isEqualTo(alreadyInside(later));
  }

  @Test
  void enterShouldAnswerAlreadyInsideUpToTheMaximumStayWhereExitsAreTracked() {
    assertThat(enter(Doors.trackingExits(), inside(), live(END_OF_GAP.plus(MOMENT))))
        .isEqualTo(alreadyInside(END_OF_GAP.plus(MOMENT)));
    assertThat(enter(Doors.trackingExits(), inside(), live(END_OF_MAXIMUM)))
        .isEqualTo(alreadyInside(END_OF_MAXIMUM));
  }

  @Test
  void enterShouldOpenAVisitAMomentAfterTheMaximumStayWhereExitsAreTracked() {
    Instant later = END_OF_MAXIMUM.plus(MOMENT);
    assertThat(enter(Doors.trackingExits(), inside(), live(later))).isEqualTo(entered(later));
  }

  @Test
  void enterShouldMeasureTheMaximumStayFromTheEntryWhereExitsAreTracked() {
    PresenceState seen = insideLastSeen(END_OF_GAP);
    Instant later = END_OF_MAXIMUM.plus(MOMENT);
    assertThat(enter(Doors.trackingExits(), seen, live(later))).isEqualTo(entered(later));
  }

  @Test
  void leaveShouldCloseTheVisitUpToTheMaximumStay() {
    assertThat(leave(Doors.open(), inside(), live(ENTRY))).isEqualTo(left(ENTRY));
    assertThat(leave(Doors.open(), inside(), live(END_OF_GAP.plus(MOMENT))))
        .isEqualTo(left(END_OF_GAP.plus(MOMENT)));
    assertThat(leave(Doors.open(), inside(), live(END_OF_MAXIMUM))).isEqualTo(left(END_OF_MAXIMUM));
  }

  @Test
  void leaveShouldNotCloseTheVisitAMomentAfterTheMaximumStay() {
    Instant later = END_OF_MAXIMUM.plus(MOMENT);
    assertThat(leave(Doors.open(), inside(), live(later))).isEqualTo(leftWithoutEntry(later));
  }

  @Test
  void leaveShouldMeasureTheMaximumStayFromTheEntryNotFromTheLastSighting() {
    Instant later = END_OF_MAXIMUM.plus(MOMENT);
    assertThat(leave(Doors.open(), insideLastSeen(END_OF_MAXIMUM), live(later)))
        .isEqualTo(leftWithoutEntry(later));
  }

  @Test
  void leaveShouldDoTheSameWhereExitsAreTracked() {
    Instant later = END_OF_MAXIMUM.plus(MOMENT);
    assertThat(leave(Doors.trackingExits(), inside(), live(END_OF_MAXIMUM)))
        .isEqualTo(left(END_OF_MAXIMUM));
    assertThat(leave(Doors.trackingExits(), inside(), live(later)))
        .isEqualTo(leftWithoutEntry(later));
  }

  @Test
  void leaveShouldRecordAnExitOfSomebodyOutside() {
    Instant later = ENTRY.plus(MOMENT);
    assertThat(leave(Doors.open(), Outside.NEVER_SEEN, live(ENTRY)))
        .isEqualTo(leftWithoutEntry(ENTRY));
    assertThat(leave(Doors.open(), outsideSince(ENTRY), live(later)))
        .isEqualTo(leftWithoutEntry(later));
  }

  private static ScanDecision entered(Instant at) {
    return decided(new ScanOutcome.Entered(FRESH), at, new Inside(FRESH, at, at));
  }

  private static ScanDecision alreadyInside(Instant at) {
    return decided(new ScanOutcome.AlreadyInside(OPEN, ENTRY), at, new Inside(OPEN, ENTRY, at));
  }

  private static ScanDecision left(Instant at) {
    return decided(new ScanOutcome.Left(OPEN, ENTRY), at, outsideSince(at));
  }

  private static ScanDecision leftWithoutEntry(Instant at) {
    return decided(new ScanOutcome.LeftWithoutEntry(FRESH), at, outsideSince(at));
  }
}
