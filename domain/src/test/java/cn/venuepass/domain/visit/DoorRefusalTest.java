package cn.venuepass.domain.visit;

import static cn.venuepass.domain.visit.Doors.ENTRY;
import static cn.venuepass.domain.visit.Doors.FRESH;
import static cn.venuepass.domain.visit.Doors.GAP;
import static cn.venuepass.domain.visit.Doors.MOMENT;
import static cn.venuepass.domain.visit.Doors.OPEN;
import static cn.venuepass.domain.visit.Doors.decided;
import static cn.venuepass.domain.visit.Doors.enter;
import static cn.venuepass.domain.visit.Doors.inside;
import static cn.venuepass.domain.visit.Doors.leave;
import static cn.venuepass.domain.visit.Doors.live;
import static cn.venuepass.domain.visit.Doors.offline;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.venue.VenueStatus;
import cn.venuepass.domain.visit.PresenceState.Outside;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The row REFUSED of the table "A scan" of the domain document. */
class DoorRefusalTest {
  private static final Instant NOW = ENTRY.plus(MOMENT);

  @ParameterizedTest
  @CsvSource({
    "PENDING,  false, VENUE_NOT_APPROVED",
    "PENDING,  true,  VENUE_NOT_APPROVED",
    "REJECTED, false, VENUE_NOT_APPROVED",
    "REJECTED, true,  VENUE_NOT_APPROVED",
    "REMOVED,  false, VENUE_CLOSED",
    "REMOVED,  true,  VENUE_CLOSED",
    "APPROVED, true,  POSTER_REVOKED"
  })
  void noDirectionShouldBeOpenForVenueAndPoster(
      VenueStatus venue, boolean posterRevoked, RefusalReason reason) {
    var door =
        Doors.of(Doors.since(ENTRY, venue), posterRevoked ? Optional.of(ENTRY) : Optional.empty());
    assertThat(enter(door, Outside.NEVER_SEEN, live(NOW)))
        .isEqualTo(refused(reason, Outside.NEVER_SEEN));
    assertThat(enter(door, inside(), live(NOW))).isEqualTo(refused(reason, inside()));
    assertThat(leave(door, Outside.NEVER_SEEN, live(NOW)))
        .isEqualTo(refused(reason, Outside.NEVER_SEEN));
    assertThat(leave(door, inside(), live(NOW))).isEqualTo(refused(reason, inside()));
  }

  @Test
  void aRefusalShouldComeBeforeTheEvidenceOfALateScan() {
    Instant early = ENTRY.minus(MOMENT);
    var door = Doors.of(Doors.since(early, VenueStatus.APPROVED), Optional.of(early));
    var refused = ScanDecision.refused(RefusalReason.POSTER_REVOKED, early, inside());
    assertThat(enter(door, inside(), offline(early))).isEqualTo(refused);
    assertThat(leave(door, inside(), offline(early))).isEqualTo(refused);
  }

  @Test
  void enterShouldRefuseWhoeverComesToAFullVenue() {
    assertThat(enter(Doors.full(), Outside.NEVER_SEEN, live(NOW)))
        .isEqualTo(refused(RefusalReason.VENUE_FULL, Outside.NEVER_SEEN));
  }

  @Test
  void enterShouldRefuseAFurtherVisitToAFullVenue() {
    Instant later = ENTRY.plus(GAP).plus(MOMENT);
    assertThat(enter(Doors.full(), inside(), live(later)))
        .isEqualTo(ScanDecision.refused(RefusalReason.VENUE_FULL, later, inside()));
  }

  @Test
  void enterShouldNotRefuseWhoeverIsInsideAFullVenue() {
    assertThat(enter(Doors.full(), inside(), live(NOW)).outcome())
        .isEqualTo(new ScanOutcome.AlreadyInside(OPEN, ENTRY));
  }

  @Test
  void leaveShouldNotMindAFullVenue() {
    assertThat(leave(Doors.full(), inside(), live(NOW)).outcome())
        .isEqualTo(new ScanOutcome.Left(OPEN, ENTRY));
    assertThat(leave(Doors.full(), Outside.NEVER_SEEN, live(NOW)).outcome())
        .isEqualTo(new ScanOutcome.LeftWithoutEntry(FRESH));
  }

  private static ScanDecision refused(RefusalReason reason, PresenceState unchanged) {
    return decided(new ScanOutcome.Refused(reason), NOW, unchanged);
  }
}
