package cn.venuepass.domain.visit;

import static cn.venuepass.domain.venue.Direction.IN;
import static cn.venuepass.domain.venue.Direction.OUT;
import static cn.venuepass.domain.visit.Doors.live;
import static cn.venuepass.domain.visit.Doors.outsideSince;
import static cn.venuepass.domain.visit.Visits.hour;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.visit.PresenceState.Inside;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A gate uploads one entry and one exit, in either order. */
class LateEvidenceOrderTest {
  private final Passages inOrder = new Passages(Doors.open());
  private final Passages reversed = new Passages(Doors.open());

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 24})
  void anEntryAndAnExitShouldBecomeOneVisitInEitherOrder(int exit) {
    inOrder.uploaded(IN, hour(0));
    inOrder.uploaded(OUT, hour(exit));
    reversed.uploaded(OUT, hour(exit));
    reversed.uploaded(IN, hour(0));
    assertThat(reversed.stays()).containsExactly(stay(0, exit)).isEqualTo(inOrder.stays());
    assertThat(reversed.state()).isEqualTo(outsideSince(hour(exit))).isEqualTo(inOrder.state());
  }

  @ParameterizedTest
  @ValueSource(ints = {25, 48})
  void anEntryAndAnExitTooFarApartShouldBecomeTwoVisitsInEitherOrder(int exit) {
    inOrder.uploaded(IN, hour(0));
    inOrder.uploaded(OUT, hour(exit));
    reversed.uploaded(OUT, hour(exit));
    reversed.uploaded(IN, hour(0));
    assertThat(reversed.stays())
        .containsExactlyInAnyOrder(
            List.of(Optional.of(hour(0)), Optional.empty()),
            List.of(Optional.empty(), Optional.of(hour(exit))))
        .containsExactlyInAnyOrderElementsOf(inOrder.stays());
    assertThat(reversed.state()).isEqualTo(inOrder.state());
  }

  @Test
  void anEntryAndAnExitBeforeALaterEntryShouldBecomeOneVisitInEitherOrder() {
    for (Passages passages : List.of(inOrder, reversed)) {
      passages.pass(IN, live(hour(50)));
    }
    inOrder.uploaded(IN, hour(0));
    inOrder.uploaded(OUT, hour(3));
    reversed.uploaded(OUT, hour(3));
    reversed.uploaded(IN, hour(0));
    assertThat(reversed.stays())
        .containsExactly(List.of(Optional.of(hour(50)), Optional.empty()), stay(0, 3))
        .isEqualTo(inOrder.stays());
    assertThat(reversed.state())
        .isEqualTo(inOrder.state())
        .isInstanceOfSatisfying(
            Inside.class, inside -> assertThat(inside.since()).isEqualTo(hour(50)));
  }

  @Test
  void aSightingWithinTheVisitShouldNotMatterInAnyOrder() {
    List<Passages> orders = List.of(inOrder, reversed);
    inOrder.uploaded(IN, hour(0));
    inOrder.uploaded(IN, hour(2));
    inOrder.uploaded(OUT, hour(3));
    reversed.uploaded(OUT, hour(3));
    reversed.uploaded(IN, hour(0));
    reversed.uploaded(IN, hour(2));
    assertThat(orders).allSatisfy(order -> assertThat(order.stays()).containsExactly(stay(0, 3)));
  }

  private static List<Optional<Instant>> stay(int entry, int exit) {
    return List.of(Optional.of(hour(entry)), Optional.of(hour(exit)));
  }

  @Test
  void aLateScanShouldBelongToAVisitEnteredAtTheInstantOfTheExitBefore() {
    for (Direction direction : Direction.values()) {
      var person = new Passages(Doors.open());
      person.pass(Direction.IN, Doors.live(Visits.hour(0)));
      person.pass(Direction.OUT, Doors.live(Visits.hour(1)));
      Instant onANodeWhoseClockIsBehind = Visits.hour(1).minus(Doors.MOMENT);
      person.pass(Direction.IN, Doors.live(onANodeWhoseClockIsBehind));
      person.pass(Direction.IN, Doors.live(Visits.hour(9)));
      assertThat(person.uploaded(direction, Visits.hour(2)).outcome().kind())
          .isEqualTo(
              direction == Direction.IN ? ScanOutcome.Kind.ALREADY_INSIDE : ScanOutcome.Kind.LEFT);
    }
  }
}
