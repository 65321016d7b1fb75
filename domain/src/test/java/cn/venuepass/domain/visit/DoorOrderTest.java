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
    assertThat(Doors.open().enter(insideLastSeen(SEEN), offline(BEFORE_SEEN), FRESH))
        .isEqualTo(new ScanDecision(evidence, BEFORE_SEEN, insideLastSeen(SEEN)));
    assertThat(Doors.open().enter(outsideSince(SEEN), offline(BEFORE_SEEN), FRESH))
        .isEqualTo(new ScanDecision(evidence, BEFORE_SEEN, outsideSince(SEEN)));
  }

  @Test
  void leaveShouldKeepALateScanAsEvidence() {
    var evidence = new ScanOutcome.LeftWithoutEntry(FRESH);
    assertThat(Doors.open().leave(insideLastSeen(SEEN), offline(BEFORE_SEEN), FRESH))
        .isEqualTo(new ScanDecision(evidence, BEFORE_SEEN, insideLastSeen(SEEN)));
    assertThat(Doors.open().leave(outsideSince(SEEN), offline(BEFORE_SEEN), FRESH))
        .isEqualTo(new ScanDecision(evidence, BEFORE_SEEN, outsideSince(SEEN)));
  }

  @Test
  void enterShouldKeepALateScanAsEvidenceEvenIfTheVenueIsFullNow() {
    assertThat(Doors.full().enter(outsideSince(SEEN), offline(BEFORE_SEEN), FRESH).outcome())
        .isEqualTo(new ScanOutcome.Entered(FRESH));
  }

  @Test
  void anOfflineScanShouldNotBeLateWithoutANewerPassage() {
    assertThat(Doors.open().enter(Outside.NEVER_SEEN, offline(ENTRY), FRESH).after())
        .isEqualTo(new Inside(FRESH, ENTRY, ENTRY));
    assertThat(Doors.open().enter(outsideSince(SEEN), offline(SEEN), FRESH).after())
        .isEqualTo(new Inside(FRESH, SEEN, SEEN));
    assertThat(Doors.open().leave(insideLastSeen(SEEN), offline(SEEN), FRESH))
        .isEqualTo(new ScanDecision(new ScanOutcome.Left(OPEN, ENTRY), SEEN, outsideSince(SEEN)));
  }

  @Test
  void anOfflineScanShouldCountLikeALiveOneWhenItIsTheNewest() {
    PresenceState seen = insideLastSeen(SEEN);
    assertThat(Doors.open().enter(seen, offline(AFTER_SEEN), FRESH))
        .isEqualTo(Doors.open().enter(seen, live(AFTER_SEEN), FRESH));
    assertThat(Doors.open().leave(seen, offline(AFTER_SEEN), FRESH))
        .isEqualTo(Doors.open().leave(seen, live(AFTER_SEEN), FRESH));
  }

  @Test
  void enterShouldNotPutALiveScanBeforeAnEntryWhenAClockRunsBehind() {
    assertThat(Doors.open().enter(inside(), live(ENTRY.minus(MAXIMUM)), FRESH))
        .isEqualTo(new ScanDecision(new ScanOutcome.AlreadyInside(OPEN, ENTRY), ENTRY, inside()));
  }

  @Test
  void enterShouldNotPutALiveScanBeforeAnExitWhenAClockRunsBehind() {
    assertThat(Doors.open().enter(outsideSince(SEEN), live(BEFORE_SEEN), FRESH))
        .isEqualTo(
            new ScanDecision(new ScanOutcome.Entered(FRESH), SEEN, new Inside(FRESH, SEEN, SEEN)));
  }

  @Test
  void leaveShouldNotPutALiveScanBeforeASightingWhenAClockRunsBehind() {
    assertThat(Doors.open().leave(insideLastSeen(SEEN), live(BEFORE_SEEN), FRESH))
        .isEqualTo(new ScanDecision(new ScanOutcome.Left(OPEN, ENTRY), SEEN, outsideSince(SEEN)));
  }
}
