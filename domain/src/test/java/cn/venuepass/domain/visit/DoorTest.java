package cn.venuepass.domain.visit;

import static cn.venuepass.domain.visit.Doors.ENTRY;
import static cn.venuepass.domain.visit.Doors.FRESH;
import static cn.venuepass.domain.visit.Doors.GAP;
import static cn.venuepass.domain.visit.Doors.MAXIMUM;
import static cn.venuepass.domain.visit.Doors.MOMENT;
import static cn.venuepass.domain.visit.Doors.OPEN;
import static cn.venuepass.domain.visit.Doors.inside;
import static cn.venuepass.domain.visit.Doors.insideLastSeen;
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
    assertThat(Doors.open().enter(Outside.NEVER_SEEN, live(ENTRY), FRESH))
        .isEqualTo(entered(ENTRY));
  }

  @Test
  void enterShouldOpenAVisitOfSomebodyWhoLeft() {
    Instant later = ENTRY.plus(MOMENT);
    assertThat(Doors.open().enter(outsideSince(ENTRY), live(later), FRESH))
        .isEqualTo(entered(later));
  }

  @Test
  void enterShouldAnswerAlreadyInsideAtTheSameInstant() {
    assertThat(Doors.open().enter(inside(), live(ENTRY), FRESH)).isEqualTo(alreadyInside(ENTRY));
  }

  @Test
  void enterShouldAnswerAlreadyInsideUpToTheEndOfTheReentryGap() {
    assertThat(Doors.open().enter(inside(), live(END_OF_GAP), FRESH))
        .isEqualTo(alreadyInside(END_OF_GAP));
  }

  @Test
  void enterShouldOpenAVisitAMomentAfterTheReentryGap() {
    Instant later = END_OF_GAP.plus(MOMENT);
    assertThat(Doors.open().enter(inside(), live(later), FRESH)).isEqualTo(entered(later));
  }

  @Test
  void enterShouldMeasureTheReentryGapFromTheLastSighting() {
    PresenceState seen = insideLastSeen(END_OF_GAP);
    Instant end = END_OF_GAP.plus(GAP);
    Instant later = end.plus(MOMENT);
    assertThat(Doors.open().enter(seen, live(end), FRESH)).isEqualTo(alreadyInside(end));
    assertThat(Doors.open().enter(seen, live(later), FRESH)).isEqualTo(entered(later));
  }

  @Test
  void enterShouldAnswerAlreadyInsideSoonAfterASightingEvenPastTheMaximumStay() {
    PresenceState seen = insideLastSeen(END_OF_MAXIMUM);
    Instant later = END_OF_MAXIMUM.plus(MOMENT);
    assertThat(Doors.open().enter(seen, live(later), FRESH)).isEqualTo(alreadyInside(later));
  }

  @Test
  void enterShouldAnswerAlreadyInsideUpToTheMaximumStayWhereExitsAreTracked() {
    assertThat(Doors.trackingExits().enter(inside(), live(END_OF_GAP.plus(MOMENT)), FRESH))
        .isEqualTo(alreadyInside(END_OF_GAP.plus(MOMENT)));
    assertThat(Doors.trackingExits().enter(inside(), live(END_OF_MAXIMUM), FRESH))
        .isEqualTo(alreadyInside(END_OF_MAXIMUM));
  }

  @Test
  void enterShouldOpenAVisitAMomentAfterTheMaximumStayWhereExitsAreTracked() {
    Instant later = END_OF_MAXIMUM.plus(MOMENT);
    assertThat(Doors.trackingExits().enter(inside(), live(later), FRESH)).isEqualTo(entered(later));
  }

  @Test
  void enterShouldMeasureTheMaximumStayFromTheEntryWhereExitsAreTracked() {
    PresenceState seen = insideLastSeen(END_OF_GAP);
    Instant later = END_OF_MAXIMUM.plus(MOMENT);
    assertThat(Doors.trackingExits().enter(seen, live(later), FRESH)).isEqualTo(entered(later));
  }

  @Test
  void leaveShouldCloseTheVisitUpToTheMaximumStay() {
    assertThat(Doors.open().leave(inside(), live(ENTRY), FRESH)).isEqualTo(left(ENTRY));
    assertThat(Doors.open().leave(inside(), live(END_OF_GAP.plus(MOMENT)), FRESH))
        .isEqualTo(left(END_OF_GAP.plus(MOMENT)));
    assertThat(Doors.open().leave(inside(), live(END_OF_MAXIMUM), FRESH))
        .isEqualTo(left(END_OF_MAXIMUM));
  }

  @Test
  void leaveShouldNotCloseTheVisitAMomentAfterTheMaximumStay() {
    Instant later = END_OF_MAXIMUM.plus(MOMENT);
    assertThat(Doors.open().leave(inside(), live(later), FRESH)).isEqualTo(leftWithoutEntry(later));
  }

  @Test
  void leaveShouldMeasureTheMaximumStayFromTheEntryNotFromTheLastSighting() {
    Instant later = END_OF_MAXIMUM.plus(MOMENT);
    assertThat(Doors.open().leave(insideLastSeen(END_OF_MAXIMUM), live(later), FRESH))
        .isEqualTo(leftWithoutEntry(later));
  }

  @Test
  void leaveShouldDoTheSameWhereExitsAreTracked() {
    Instant later = END_OF_MAXIMUM.plus(MOMENT);
    assertThat(Doors.trackingExits().leave(inside(), live(END_OF_MAXIMUM), FRESH))
        .isEqualTo(left(END_OF_MAXIMUM));
    assertThat(Doors.trackingExits().leave(inside(), live(later), FRESH))
        .isEqualTo(leftWithoutEntry(later));
  }

  @Test
  void leaveShouldRecordAnExitOfSomebodyOutside() {
    Instant later = ENTRY.plus(MOMENT);
    assertThat(Doors.open().leave(Outside.NEVER_SEEN, live(ENTRY), FRESH))
        .isEqualTo(leftWithoutEntry(ENTRY));
    assertThat(Doors.open().leave(outsideSince(ENTRY), live(later), FRESH))
        .isEqualTo(leftWithoutEntry(later));
  }

  private static ScanDecision entered(Instant at) {
    return new ScanDecision(new ScanOutcome.Entered(FRESH), at, new Inside(FRESH, at, at));
  }

  private static ScanDecision alreadyInside(Instant at) {
    return new ScanDecision(
        new ScanOutcome.AlreadyInside(OPEN, ENTRY), at, new Inside(OPEN, ENTRY, at));
  }

  private static ScanDecision left(Instant at) {
    return new ScanDecision(new ScanOutcome.Left(OPEN, ENTRY), at, outsideSince(at));
  }

  private static ScanDecision leftWithoutEntry(Instant at) {
    return new ScanDecision(new ScanOutcome.LeftWithoutEntry(FRESH), at, outsideSince(at));
  }
}
