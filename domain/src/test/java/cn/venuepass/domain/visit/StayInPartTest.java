package cn.venuepass.domain.visit;

import static cn.venuepass.domain.visit.Stay.Source.LAST_SEEN;
import static cn.venuepass.domain.visit.Stay.Source.MAXIMUM_STAY;
import static cn.venuepass.domain.visit.Stay.Source.NEXT_ENTRY;
import static cn.venuepass.domain.visit.Stay.Source.OBSERVED;
import static cn.venuepass.domain.visit.Stay.Source.PARENT_EXIT;
import static cn.venuepass.domain.visit.Stay.Source.TYPICAL_STAY;
import static cn.venuepass.domain.visit.Visits.hour;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.visit.Stay.Afterwards;
import cn.venuepass.domain.visit.Stay.Bound;
import cn.venuepass.domain.visit.Stay.Source;
import cn.venuepass.domain.visit.Stay.Span;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The inferred exit from a part of a venue: typically after 2 h, at most after 24 h. */
class StayInPartTest {
  private static final Visit FORGOTTEN = Visits.open(Doors.OPEN, 0);
  private static final Visit SEEN_AT_3 = Visits.openSeen(Doors.OPEN, 0, 3);

  @Test
  void theStayShouldEndWithTheExitFromTheParent() {
    Stay stay = Stay.of(FORGOTTEN, parentExit(1), Doors.STAY);
    assertThat(stay.exit())
        .isEqualTo(new Span(bound(0, OBSERVED), bound(1, PARENT_EXIT), bound(1, PARENT_EXIT)));
    assertThat(stay.source()).isEqualTo(PARENT_EXIT);
  }

  @Test
  void theTypicalStayShouldBeLikelierThanALaterExitFromTheParent() {
    assertThat(Stay.of(FORGOTTEN, parentExit(5), Doors.STAY).exit())
        .isEqualTo(new Span(bound(0, OBSERVED), bound(2, TYPICAL_STAY), bound(5, PARENT_EXIT)));
  }

  @Test
  void theEarlierOfParentExitAndNextEntryShouldCount() {
    assertThat(latest(FORGOTTEN, afterwards(5, 6))).isEqualTo(bound(5, NEXT_ENTRY));
    assertThat(latest(FORGOTTEN, afterwards(6, 5))).isEqualTo(bound(5, PARENT_EXIT));
    assertThat(latest(FORGOTTEN, afterwards(5, 5))).isEqualTo(bound(5, NEXT_ENTRY));
  }

  @Test
  void theExitShouldNotWaitForAParentExitBeyondTheMaximumStay() {
    assertThat(latest(FORGOTTEN, parentExit(24))).isEqualTo(bound(24, MAXIMUM_STAY));
    assertThat(latest(FORGOTTEN, parentExit(30))).isEqualTo(bound(24, MAXIMUM_STAY));
  }

  @Test
  void theLastSightingShouldOutweighAnExitFromTheParentBeforeIt() {
    assertThat(Stay.of(SEEN_AT_3, parentExit(1), Doors.STAY).exit())
        .isEqualTo(new Span(bound(3, LAST_SEEN), bound(3, LAST_SEEN), bound(3, LAST_SEEN)));
    assertThat(latest(SEEN_AT_3, parentExit(3))).isEqualTo(bound(3, PARENT_EXIT));
  }

  @Test
  void anObservedExitShouldOutweighTheParents() {
    Visit visit = Visits.closed(Doors.OPEN, 0, 7);
    assertThat(Stay.of(visit, afterwards(5, 6), Doors.STAY).exit())
        .isEqualTo(new Span(bound(7, OBSERVED), bound(7, OBSERVED), bound(7, OBSERVED)));
  }

  private static Bound latest(Visit visit, Afterwards afterwards) {
    return Stay.of(visit, afterwards, Doors.STAY).exit().latest();
  }

  private static Afterwards parentExit(int hours) {
    return new Afterwards(Optional.empty(), Optional.empty(), Optional.of(hour(hours)));
  }

  private static Afterwards afterwards(int nextEntry, int parentExit) {
    return new Afterwards(
        Optional.of(hour(nextEntry)), Optional.empty(), Optional.of(hour(parentExit)));
  }

  private static Bound bound(int hours, Source source) {
    return new Bound(hour(hours), source);
  }
}
