package cn.venuepass.domain.visit;

import static cn.venuepass.domain.visit.Doors.ENTRY;
import static cn.venuepass.domain.visit.Doors.FRESH;
import static cn.venuepass.domain.visit.Doors.GAP;
import static cn.venuepass.domain.visit.Doors.MOMENT;
import static cn.venuepass.domain.visit.Doors.OPEN;
import static cn.venuepass.domain.visit.Doors.enter;
import static cn.venuepass.domain.visit.Doors.inside;
import static cn.venuepass.domain.visit.Doors.leave;
import static cn.venuepass.domain.visit.Doors.live;
import static cn.venuepass.domain.visit.Doors.offline;
import static cn.venuepass.domain.visit.Doors.outsideSince;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.venue.Capacity;
import cn.venuepass.domain.visit.Door.Room;
import cn.venuepass.domain.visit.PresenceState.Inside;
import cn.venuepass.domain.visit.PresenceState.Outside;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a venue's capacity does at its door. */
class RoomTest {
  private static final Instant NOW = ENTRY.plus(MOMENT);
  private static final Instant NEXT_VISIT = ENTRY.plus(GAP).plus(MOMENT);
  private static final Door OVERRIDDEN = Doors.with(Room.OVERRIDDEN);

  @ParameterizedTest
  @CsvSource({
    "1, false, ENOUGH",
    "3, false, ENOUGH",
    "3, true,  ENOUGH",
    "4, false, FULL",
    "4, true,  OVERRIDDEN",
    "9, false, FULL",
    "9, true,  OVERRIDDEN"
  })
  void roomShouldBeForAsManyAsTheCapacity(int inside, boolean overridden, Room room) {
    assertThat(Room.of(inside, new Capacity(3), overridden)).isEqualTo(room);
  }

  @Test
  void whoeverEntersAFullVenueShouldBeNotedIfAManagerLetsThemIn() {
    assertThat(enter(OVERRIDDEN, Outside.NEVER_SEEN, live(NOW)))
        .isEqualTo(
            new ScanDecision(
                new ScanOutcome.Entered(FRESH), NOW, new Inside(FRESH, NOW, NOW), true));
    assertThat(enter(OVERRIDDEN, inside(), live(NEXT_VISIT)).overCapacity()).isTrue();
  }

  @Test
  void nobodyElseShouldBeNoted() {
    assertThat(enter(OVERRIDDEN, inside(), live(NOW)))
        .isEqualTo(
            Doors.decided(
                new ScanOutcome.AlreadyInside(OPEN, ENTRY), NOW, new Inside(OPEN, ENTRY, NOW)));
    assertThat(leave(OVERRIDDEN, inside(), live(NOW)))
        .isEqualTo(Doors.decided(new ScanOutcome.Left(OPEN, ENTRY), NOW, outsideSince(NOW)));
    assertThat(leave(OVERRIDDEN, Outside.NEVER_SEEN, live(NOW)).overCapacity()).isFalse();
    assertThat(enter(OVERRIDDEN, outsideSince(NEXT_VISIT), offline(NOW)).overCapacity()).isFalse();
  }

  @Test
  void whoeverEntersShouldNotBeNotedWhereThereIsRoom() {
    assertThat(enter(Doors.open(), Outside.NEVER_SEEN, live(NOW)).overCapacity()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void whoeverEnteredWithoutNetworkShouldBeInsideHoweverFullItIs(Room room) {
    ScanDecision decision = enter(Doors.with(room), Outside.NEVER_SEEN, offline(NOW));
    assertThat(decision.outcome()).isEqualTo(new ScanOutcome.Entered(FRESH));
    assertThat(decision.after()).isEqualTo(new Inside(FRESH, NOW, NOW));
    assertThat(decision.overCapacity()).isEqualTo(room != Room.ENOUGH);
  }

  @Test
  void whoeverIsRefusedShouldNotBeNoted() {
    assertThat(enter(Doors.full(), Outside.NEVER_SEEN, live(NOW)))
        .isEqualTo(ScanDecision.refused(RefusalReason.VENUE_FULL, NOW, Outside.NEVER_SEEN));
  }
}
