package cn.venuepass.domain.venue;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.person.PersonName;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RosterEntryTest {
  private static final Instant SINCE = Instant.parse("2026-03-02T01:00:00Z");
  private static final Instant UNTIL = SINCE.plusSeconds(3600);

  @Test
  void visitsShouldBeThoseOfStaffFromTheBeginningOn() {
    RosterEntry entry = entry(Optional.empty());
    assertThat(entry.coversVisitAt(SINCE.minusNanos(1))).isFalse();
    assertThat(entry.coversVisitAt(SINCE)).isTrue();
    assertThat(entry.coversVisitAt(Instant.MAX)).isTrue();
  }

  @Test
  void visitsShouldBeThoseOfStaffUntilJustBeforeTheEnd() {
    RosterEntry entry = entry(Optional.of(UNTIL));
    assertThat(entry.coversVisitAt(SINCE.minusNanos(1))).isFalse();
    assertThat(entry.coversVisitAt(SINCE)).isTrue();
    assertThat(entry.coversVisitAt(UNTIL.minusNanos(1))).isTrue();
    assertThat(entry.coversVisitAt(UNTIL)).isFalse();
  }

  private static RosterEntry entry(Optional<Instant> until) {
    return new RosterEntry(
        new RosterEntryId(new UUID(1, 1)),
        new VenueId(new UUID(2, 2)),
        new PersonId(new UUID(3, 3)),
        new PersonName("员工样本"),
        "6590**********0018",
        SINCE,
        until);
  }
}
