package cn.venuepass.domain.visit;

import static cn.venuepass.domain.visit.Doors.ENTRY;
import static cn.venuepass.domain.visit.Doors.FRESH;
import static cn.venuepass.domain.visit.Doors.MOMENT;
import static cn.venuepass.domain.visit.Doors.OPEN;
import static cn.venuepass.domain.visit.Doors.enter;
import static cn.venuepass.domain.visit.Doors.inside;
import static cn.venuepass.domain.visit.Doors.leave;
import static cn.venuepass.domain.visit.Doors.live;
import static cn.venuepass.domain.visit.Doors.offline;
import static cn.venuepass.domain.visit.Doors.outsideSince;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.venue.VenueState;
import cn.venuepass.domain.venue.VenueStatus;
import cn.venuepass.domain.visit.PresenceState.Outside;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A change to a door holds for a live scan at once, for a device's from the change's time on. */
class DoorDeviceScanTest {
  private static final Instant CHANGE = ENTRY.plus(Doors.GAP);
  private static final Instant BEFORE = CHANGE.minus(MOMENT);
  private static final Instant AFTER = CHANGE.plus(MOMENT);
  private static final Door REMOVED =
      Doors.of(Doors.since(CHANGE, VenueStatus.REMOVED), Optional.empty());
  private static final Door REVOKED =
      Doors.of(Doors.since(ENTRY, VenueStatus.APPROVED), Optional.of(CHANGE));
  private static final ScanOutcome ENTERED = new ScanOutcome.Entered(FRESH);
  private static final ScanOutcome LEFT = new ScanOutcome.Left(OPEN, ENTRY);
  private static final ScanOutcome CLOSED = new ScanOutcome.Refused(RefusalReason.VENUE_CLOSED);
  private static final ScanOutcome NO_POSTER =
      new ScanOutcome.Refused(RefusalReason.POSTER_REVOKED);

  @Test
  void aScanFromBeforeTheVenuesRemovalShouldCount() {
    assertThat(enter(REMOVED, Outside.NEVER_SEEN, offline(BEFORE)).outcome()).isEqualTo(ENTERED);
    assertThat(leave(REMOVED, inside(), offline(BEFORE)).outcome()).isEqualTo(LEFT);
  }

  @Test
  void aScanFromTheVenuesRemovalOnShouldBeRefused() {
    assertThat(enter(REMOVED, Outside.NEVER_SEEN, offline(CHANGE)).outcome()).isEqualTo(CLOSED);
    assertThat(enter(REMOVED, Outside.NEVER_SEEN, offline(AFTER)).outcome()).isEqualTo(CLOSED);
    assertThat(leave(REMOVED, inside(), offline(CHANGE)).outcome()).isEqualTo(CLOSED);
  }

  @Test
  void aScanOfAVenueThatWasNeverApprovedShouldBeRefusedWhenever() {
    var withdrawn = Doors.of(new VenueState.Removed(CHANGE, false), Optional.empty());
    assertThat(enter(withdrawn, Outside.NEVER_SEEN, offline(BEFORE)).outcome())
        .isEqualTo(new ScanOutcome.Refused(RefusalReason.VENUE_NOT_APPROVED));
    assertThat(enter(withdrawn, Outside.NEVER_SEEN, offline(CHANGE)).outcome()).isEqualTo(CLOSED);
  }

  @Test
  void aScanFromBeforeThePostersRevocationShouldCount() {
    assertThat(enter(REVOKED, Outside.NEVER_SEEN, offline(BEFORE)).outcome()).isEqualTo(ENTERED);
    assertThat(leave(REVOKED, inside(), offline(BEFORE)).outcome()).isEqualTo(LEFT);
  }

  @Test
  void aScanFromThePostersRevocationOnShouldBeRefused() {
    assertThat(enter(REVOKED, Outside.NEVER_SEEN, offline(CHANGE)).outcome()).isEqualTo(NO_POSTER);
    assertThat(leave(REVOKED, inside(), offline(AFTER)).outcome()).isEqualTo(NO_POSTER);
  }

  @Test
  void aLiveScanShouldBeRefusedEvenIfItsClockIsBehindTheChange() {
    assertThat(enter(REMOVED, Outside.NEVER_SEEN, live(BEFORE)).outcome()).isEqualTo(CLOSED);
    assertThat(enter(REVOKED, Outside.NEVER_SEEN, live(BEFORE)).outcome()).isEqualTo(NO_POSTER);
  }

  @Test
  void aLiveScanShouldPassWhileThePosterIsBeingReplaced() {
    Instant ahead = CHANGE.minus(Duration.ofMinutes(5));
    assertThat(enter(REVOKED, Outside.NEVER_SEEN, live(ahead)).outcome()).isEqualTo(NO_POSTER);
    assertThat(enter(REVOKED, Outside.NEVER_SEEN, live(ahead.minusMillis(1))).outcome())
        .isEqualTo(ENTERED);
  }

  @Test
  void aVenueNeverApprovedShouldRefuseADevicesScanWheneverItWas() {
    for (VenueStatus status : new VenueStatus[] {VenueStatus.PENDING, VenueStatus.REJECTED}) {
      Door door = Doors.of(Doors.since(CHANGE, status), Optional.empty());
      assertThat(enter(door, Outside.NEVER_SEEN, offline(BEFORE)).outcome())
          .as(status.name())
          .isEqualTo(new ScanOutcome.Refused(RefusalReason.VENUE_NOT_APPROVED));
    }
  }

  @Test
  void aLateScanFromBeforeTheChangeShouldBeEvidence() {
    assertThat(leave(REMOVED, outsideSince(AFTER), offline(BEFORE)))
        .isEqualTo(
            Doors.decided(new ScanOutcome.LeftWithoutEntry(FRESH), BEFORE, outsideSince(AFTER)));
  }

  /** Of a removed venue its own time decides, whatever became of the poster. */
  @Test
  void aScanFromBeforeShouldCountWhenVenueAndPosterWentTogether() {
    var door = Doors.of(new VenueState.Removed(CHANGE, true), Optional.of(CHANGE));
    assertThat(enter(door, Outside.NEVER_SEEN, offline(BEFORE)).outcome()).isEqualTo(ENTERED);
    assertThat(enter(door, Outside.NEVER_SEEN, offline(CHANGE)).outcome()).isEqualTo(CLOSED);
  }
}
