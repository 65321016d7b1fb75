package cn.venuepass.domain.visit;

import static cn.venuepass.domain.visit.Doors.ENTRY;
import static cn.venuepass.domain.visit.Doors.FRESH;
import static cn.venuepass.domain.visit.Doors.MOMENT;
import static cn.venuepass.domain.visit.Doors.OPEN;
import static cn.venuepass.domain.visit.Doors.enter;
import static cn.venuepass.domain.visit.Doors.inside;
import static cn.venuepass.domain.visit.Doors.insideLastSeen;
import static cn.venuepass.domain.visit.Doors.leave;
import static cn.venuepass.domain.visit.Doors.live;
import static cn.venuepass.domain.visit.Doors.offline;
import static cn.venuepass.domain.visit.Doors.outsideSince;
import static cn.venuepass.domain.visit.Visits.hour;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.visit.PresenceState.Outside;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Somebody in a part of a venue, such as a shop of a market: inside since hour 0, seen at 3. */
class ExitFromParentTest {
  private static final PresenceState IN_SHOP = insideLastSeen(hour(3));

  @Test
  void whoeverNeverLeftTheParentShouldStayInside() {
    assertThat(IN_SHOP.afterExitFromParent(Optional.empty(), hour(9))).isEqualTo(IN_SHOP);
  }

  @Test
  void whoeverLeftTheParentShouldBeOutsideFromThenOn() {
    assertThat(IN_SHOP.afterExitFromParent(Optional.of(hour(5)), hour(5).minus(MOMENT)))
        .isEqualTo(IN_SHOP);
    assertThat(IN_SHOP.afterExitFromParent(Optional.of(hour(5)), hour(5)))
        .isEqualTo(outsideSince(hour(5)));
    assertThat(IN_SHOP.afterExitFromParent(Optional.of(hour(5)), hour(9)))
        .isEqualTo(outsideSince(hour(5)));
  }

  @Test
  void whoeverLeftTheParentAtTheInstantOfTheLastSightingShouldBeOutside() {
    assertThat(IN_SHOP.afterExitFromParent(Optional.of(hour(3)), hour(9)))
        .isEqualTo(outsideSince(hour(3)));
  }

  @Test
  void whoeverWasSeenInsideAfterLeavingTheParentShouldStayInside() {
    Instant before = hour(3).minus(MOMENT);
    assertThat(IN_SHOP.afterExitFromParent(Optional.of(before), hour(9))).isEqualTo(IN_SHOP);
  }

  @Test
  void whoeverIsOutsideShouldStayOutsideAsTheyWere() {
    assertThat(outsideSince(hour(1)).afterExitFromParent(Optional.of(hour(5)), hour(9)))
        .isEqualTo(outsideSince(hour(1)));
    assertThat(Outside.NEVER_SEEN.afterExitFromParent(Optional.of(hour(5)), hour(9)))
        .isEqualTo(Outside.NEVER_SEEN);
  }

  @Test
  void whoeverComesBackAfterLeavingTheParentShouldEnterAnew() {
    PresenceState before = inside().afterExitFromParent(Optional.of(hour(1)), hour(2));
    assertThat(enter(Doors.open(), before, live(hour(2))).outcome())
        .isEqualTo(new ScanOutcome.Entered(FRESH));
    assertThat(leave(Doors.open(), before, live(hour(2))).outcome())
        .isEqualTo(new ScanOutcome.LeftWithoutEntry(FRESH));
  }

  @Test
  void anExitFromBeforeTheParentsShouldCloseTheVisitEvenIfItIsUploadedAfterwards() {
    PresenceState before = inside().afterExitFromParent(Optional.of(hour(5)), hour(4));
    assertThat(leave(Doors.open(), before, offline(hour(4))))
        .isEqualTo(
            Doors.decided(new ScanOutcome.Left(OPEN, ENTRY), hour(4), outsideSince(hour(4))));
  }
}
