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
import static cn.venuepass.domain.visit.Doors.offline;
import static cn.venuepass.domain.visit.Doors.outsideSince;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.visit.PresenceState.Inside;
import cn.venuepass.domain.visit.PresenceState.Outside;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Scans that a door gets to know in another order than they happened in. */
class DoorOrderTest {
  private static final Instant SEEN = ENTRY.plus(GAP);
  private static final Instant BEFORE_SEEN = SEEN.minus(MOMENT);
  private static final Instant AFTER_SEEN = SEEN.plus(MOMENT);

  @Test
  void enterShouldKeepALateScanAsEvidence() {
    var evidence = new ScanOutcome.Entered(FRESH);
    assertThat(enter(Doors.open(), insideLastSeen(SEEN), offline(BEFORE_SEEN)))
        .isEqualTo(decided(evidence, BEFORE_SEEN, insideLastSeen(SEEN)));
    assertThat(enter(Doors.open(), outsideSince(SEEN), offline(BEFORE_SEEN)))
        .isEqualTo(decided(evidence, BEFORE_SEEN, outsideSince(SEEN)));
  }

  @Test
  void leaveShouldKeepALateScanAsEvidence() {
    var evidence = new ScanOutcome.LeftWithoutEntry(FRESH);
    assertThat(leave(Doors.open(), insideLastSeen(SEEN), offline(BEFORE_SEEN)))
        .isEqualTo(decided(evidence, BEFORE_SEEN, insideLastSeen(SEEN)));
    assertThat(leave(Doors.open(), outsideSince(SEEN), offline(BEFORE_SEEN)))
        .isEqualTo(decided(evidence, BEFORE_SEEN, outsideSince(SEEN)));
  }

  @Test
  void enterShouldKeepALateScanAsEvidenceEvenIfTheVenueIsFullNow() {
    assertThat(enter(Doors.full(), outsideSince(SEEN), offline(BEFORE_SEEN)))
        .isEqualTo(decided(new ScanOutcome.Entered(FRESH), BEFORE_SEEN, outsideSince(SEEN)));
  }

  @Test
  void anOfflineScanShouldNotBeLateWithoutANewerPassage() {
    assertThat(enter(Doors.open(), Outside.NEVER_SEEN, offline(ENTRY)).after())
        .isEqualTo(new Inside(FRESH, ENTRY, ENTRY));
    assertThat(enter(Doors.open(), outsideSince(SEEN), offline(SEEN)).after())
        .isEqualTo(new Inside(FRESH, SEEN, SEEN));
    assertThat(leave(Doors.open(), insideLastSeen(SEEN), offline(SEEN)))
        .isEqualTo(decided(new ScanOutcome.Left(OPEN, ENTRY), SEEN, outsideSince(SEEN)));
  }

  @Test
  void anOfflineScanShouldCountLikeALiveOneWhenItIsTheNewest() {
    PresenceState seen = insideLastSeen(SEEN);
    assertThat(enter(Doors.open(), seen, offline(AFTER_SEEN)))
        .isEqualTo(enter(Doors.open(), seen, live(AFTER_SEEN)));
    assertThat(leave(Doors.open(), seen, offline(AFTER_SEEN)))
        .isEqualTo(leave(Doors.open(), seen, live(AFTER_SEEN)));
  }

  @Test
  void enterShouldNotPutALiveScanBeforeAnEntryWhenAClockRunsBehind() {
    assertThat(enter(Doors.open(), inside(), live(ENTRY.minus(MAXIMUM))))
        .isEqualTo(decided(new ScanOutcome.AlreadyInside(OPEN, ENTRY), ENTRY, inside()));
  }

  @Test
  void enterShouldNotPutALiveScanBeforeAnExitWhenAClockRunsBehind() {
    assertThat(enter(Doors.open(), outsideSince(SEEN), live(BEFORE_SEEN)))
        .isEqualTo(decided(new ScanOutcome.Entered(FRESH), SEEN, new Inside(FRESH, SEEN, SEEN)));
  }

  @Test
  void leaveShouldNotPutALiveScanBeforeASightingWhenAClockRunsBehind() {
    assertThat(leave(Doors.open(), insideLastSeen(SEEN), live(BEFORE_SEEN)))
        .isEqualTo(decided(new ScanOutcome.Left(OPEN, ENTRY), SEEN, outsideSince(SEEN)));
  }
}
