package cn.venuepass.application.report;

import cn.venuepass.application.Days;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;

/** A week from Monday to Sunday, China time (ISO 8601). */
public record Week(LocalDate monday) {
  private static final String ON_MONDAY = "-1";

  public Week {
    if (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
      throw new IllegalArgumentException("a week begins on Monday");
    }
  }

  /** The week that a text such as 2026-W48 names. */
  public static Week parse(String text) {
    try {
      return new Week(LocalDate.parse(text + ON_MONDAY, DateTimeFormatter.ISO_WEEK_DATE));
    } catch (DateTimeException e) {
      throw new InvalidValue("week", Rule.FORMAT);
    }
  }

  public static Week of(Instant at) {
    return new Week(Days.of(at).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
  }

  public Week before() {
    return new Week(monday.minusWeeks(1));
  }

  public LocalDate sunday() {
    return monday.plusDays(6);
  }

  public Instant begin() {
    return Days.begin(monday);
  }

  public Instant end() {
    return Days.begin(monday.plusWeeks(1));
  }

  /** As in 2026-W48. */
  @Override
  public String toString() {
    return monday.format(DateTimeFormatter.ISO_WEEK_DATE).substring(0, 8);
  }
}
