package cn.venuepass.application.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.domain.InvalidValue;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeekTest {

  @ParameterizedTest
  @CsvSource({"2026-W48, 2026-11-23", "2026-W01, 2025-12-29", "2026-W53, 2026-12-28"})
  void aWeekShouldBeNamedAsCalendarsNameIt(String name, LocalDate monday) {
    var week = Week.parse(name);
    assertThat(week.monday()).isEqualTo(monday);
    assertThat(week).hasToString(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2026-48", "2026-W54", "2025-W53", "2026-W48-1", "w", "2026-W00"})
  void whatIsNoWeekShouldBeRefused(String text) {
    assertThatThrownBy(() -> Week.parse(text)).isInstanceOf(InvalidValue.class);
  }

  @Test
  void aWeekShouldTurnAtMidnightInChina() {
    var midnight = Instant.parse("2026-11-22T16:00:00Z");
    assertThat(Week.of(midnight)).hasToString("2026-W48");
    assertThat(Week.of(midnight.minusMillis(1))).hasToString("2026-W47");
    assertThat(Week.of(midnight).begin()).isEqualTo(midnight);
    assertThat(Week.of(midnight).before().end()).isEqualTo(midnight);
  }
}
