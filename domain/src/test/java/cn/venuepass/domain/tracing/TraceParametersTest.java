package cn.venuepass.domain.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.venue.VenueTypeCode;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceParametersTest {
  private static final VenueTypeCode BAR = new VenueTypeCode("BAR");

  @Test
  void untilSomebodyChangesThemTheRulesShouldBeTheDomains() {
    assertThat(TraceParameters.DEFAULT.minimumOverlap()).isEqualTo(Duration.ofMinutes(10));
    assertThat(TraceParameters.DEFAULT.beforeOnset()).isEqualTo(Duration.ofDays(4));
    assertThat(TraceParameters.DEFAULT.weight(BAR)).isEqualTo(100);
  }

  @Test
  void aTypeThatIsNamedShouldHaveItsOwnWeight() {
    TraceParameters rules = with(10, 96, 250, 500, 20_000);
    assertThat(rules.weight(BAR)).isEqualTo(250);
    assertThat(rules.weight(new VenueTypeCode("HOTEL"))).isEqualTo(100);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 96, 100, 500, 20000, minimumOverlapMinutes",
    "1441, 96, 100, 500, 20000, minimumOverlapMinutes",
    "10, -1, 100, 500, 20000, beforeOnsetHours",
    "10, 505, 100, 500, 20000, beforeOnsetHours",
    "10, 96, 0, 500, 20000, typeWeights",
    "10, 96, 1001, 500, 20000, typeWeights",
    "10, 96, 100, 0, 20000, secondRingSources",
    "10, 96, 100, 5001, 20000, secondRingSources",
    "10, 96, 100, 500, 0, mostContacts",
    "10, 96, 100, 500, 50001, mostContacts",
  })
  void whatIsOutOfRangeShouldBeRefused(
      int minutes, int hours, int weight, int sources, int most, String field) {
    assertThatThrownBy(() -> with(minutes, hours, weight, sources, most))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining(field);
  }

  @Test
  void theSecondRingShouldFollowSomeGrade() {
    assertThatThrownBy(
            () ->
                new TraceParameters(
                    2, Duration.ofMinutes(10), Duration.ofDays(4), Map.of(), Set.of(), 500, 100))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("secondRingGrades");
  }

  private static TraceParameters with(int minutes, int hours, int weight, int sources, int most) {
    return new TraceParameters(
        2,
        Duration.ofMinutes(minutes),
        Duration.ofHours(hours),
        Map.of(BAR, weight),
        Set.of(ContactGrade.CERTAIN),
        sources,
        most);
  }
}
