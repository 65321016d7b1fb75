package cn.venuepass.domain.visit;

import static cn.venuepass.domain.visit.Doors.ENTRY;
import static cn.venuepass.domain.visit.Doors.FRESH;
import static cn.venuepass.domain.visit.Doors.GAP;
import static cn.venuepass.domain.visit.Doors.MOMENT;
import static cn.venuepass.domain.visit.Doors.OPEN;
import static cn.venuepass.domain.visit.Doors.inside;
import static cn.venuepass.domain.visit.Doors.live;
import static cn.venuepass.domain.visit.Doors.offline;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.venue.VenueStatus;
import cn.venuepass.domain.visit.PresenceState.Outside;
import java.time.Instant;
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
    var door = new Door(venue, posterRevoked, Doors.STAY, false, false);
    assertThat(door.enter(Outside.NEVER_SEEN, live(NOW), FRESH))
        .isEqualTo(refused(reason, Outside.NEVER_SEEN));
    assertThat(door.enter(inside(), live(NOW), FRESH)).isEqualTo(refused(reason, inside()));
    assertThat(door.leave(Outside.NEVER_SEEN, live(NOW), FRESH))
        .isEqualTo(refused(reason, Outside.NEVER_SEEN));
    assertThat(door.leave(inside(), live(NOW), FRESH)).isEqualTo(refused(reason, inside()));
  }

  @Test
  void aRefusalShouldComeBeforeTheEvidenceOfALateScan() {
    var door = new Door(VenueStatus.APPROVED, true, Doors.STAY, false, false);
    Instant early = ENTRY.minus(MOMENT);
    var refused = ScanDecision.refused(RefusalReason.POSTER_REVOKED, early, inside());
    assertThat(door.enter(inside(), offline(early), FRESH)).isEqualTo(refused);
    assertThat(door.leave(inside(), offline(early), FRESH)).isEqualTo(refused);
  }

  @Test
  void enterShouldRefuseWhoeverComesToAFullVenue() {
    assertThat(Doors.full().enter(Outside.NEVER_SEEN, live(NOW), FRESH))
        .isEqualTo(refused(RefusalReason.VENUE_FULL, Outside.NEVER_SEEN));
  }

  @Test
  void enterShouldRefuseAFurtherVisitToAFullVenue() {
    Instant later = ENTRY.plus(GAP).plus(MOMENT);
    assertThat(Doors.full().enter(inside(), live(later), FRESH))
        .isEqualTo(ScanDecision.refused(RefusalReason.VENUE_FULL, later, inside()));
  }

  @Test
  void enterShouldNotRefuseWhoeverIsInsideAFullVenue() {
    assertThat(Doors.full().enter(inside(), live(NOW), FRESH).outcome())
        .isEqualTo(new ScanOutcome.AlreadyInside(OPEN, ENTRY));
  }

  @Test
  void leaveShouldNotMindAFullVenue() {
    assertThat(Doors.full().leave(inside(), live(NOW), FRESH).outcome())
        .isEqualTo(new ScanOutcome.Left(OPEN, ENTRY));
    assertThat(Doors.full().leave(Outside.NEVER_SEEN, live(NOW), FRESH).outcome())
        .isEqualTo(new ScanOutcome.LeftWithoutEntry(FRESH));
  }

  private static ScanDecision refused(RefusalReason reason, PresenceState unchanged) {
    return new ScanDecision(new ScanOutcome.Refused(reason), NOW, unchanged);
  }
}
