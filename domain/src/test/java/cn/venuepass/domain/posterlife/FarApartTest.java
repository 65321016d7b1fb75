package cn.venuepass.domain.posterlife;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.PosterId;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.VisitId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FarApartTest {
  private static final Instant AT = Instant.parse("2026-03-02T01:00:00Z");
  private static final FarApart RULE = new FarApart(Duration.ofMinutes(5));
  private static final OwnScan HERE = scan(1, "659002001000", Duration.ZERO);

  @Test
  void twoTerritoriesWithinMinutesShouldBeFarApart() {
    OwnScan there = scan(1, "659002002000", Duration.ofMinutes(5));
    assertThat(RULE.is(new TwoPlaces(HERE, there))).isTrue();
    assertThat(RULE.is(new TwoPlaces(there, HERE))).isTrue();
  }

  @Test
  void whoeverHadTheTimeShouldNotBe() {
    OwnScan later = scan(1, "659002002000", Duration.ofMinutes(5).plusMillis(1));
    assertThat(RULE.is(new TwoPlaces(HERE, later))).isFalse();
  }

  @Test
  void oneTerritoryOrTwoPeopleShouldNotBe() {
    OwnScan nextDoor = scan(1, "659002001000", Duration.ofSeconds(1));
    OwnScan somebodyElse = scan(2, "659002002000", Duration.ofSeconds(1));
    assertThat(RULE.is(new TwoPlaces(HERE, nextDoor))).isFalse();
    assertThat(RULE.is(new TwoPlaces(HERE, somebodyElse))).isFalse();
  }

  private static OwnScan scan(long person, String territory, Duration later) {
    Instant at = AT.plus(later);
    return new OwnScan(
        new PersonId(new UUID(0, person)),
        new PosterId(new UUID(1, 1)),
        new DivisionCode(territory),
        new DoubtfulScan(
            new VenueId(new UUID(1, 2)), at, new VisitId(new UUID(1, 3)), Direction.IN, at));
  }
}
