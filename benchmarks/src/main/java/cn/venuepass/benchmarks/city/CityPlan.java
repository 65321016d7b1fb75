package cn.venuepass.benchmarks.city;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/**
 * What is asked of a city; the same plan always makes the same one.
 *
 * @param households how many live there
 * @param days over how many days they are watched
 * @param until the last of the days; it ends in the afternoon, with people inside
 */
public record CityPlan(long seed, int households, int days, LocalDate until) {
  /** The city's clock: China has one time. */
  static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

  /** When the last day ends: early in the afternoon there, where the sun is two hours late. */
  static final LocalTime LAST_HOUR = LocalTime.of(16, 0);

  private static final int MOST_HOUSEHOLDS = 2_000_000;
  private static final int MOST_DAYS = 400;

  /** Visits that a household leaves on a day from Monday to Friday, and on one of the weekend. */
  private static final double VISITS_ON_WORKDAY = 4.63;

  private static final double VISITS_ON_WEEKEND = 4.07;
  private static final double SHARE_OF_LAST_DAY = 0.75;

  public CityPlan {
    if (households < 1 || households > MOST_HOUSEHOLDS) {
      throw new IllegalArgumentException("a city has from 1 to 2,000,000 households");
    }
    if (days < 1 || days > MOST_DAYS) {
      throw new IllegalArgumentException("a city is watched over 1 to 400 days");
    }
  }

  /** A city large enough to leave about so many visits. */
  public static CityPlan ofVisits(long seed, long visits, int days, LocalDate until) {
    double each = 0;
    for (int day = 0; day < days; day++) {
      LocalDate date = until.minusDays(day);
      double whole = isWeekend(date) ? VISITS_ON_WEEKEND : VISITS_ON_WORKDAY;
      each += day == 0 ? whole * SHARE_OF_LAST_DAY : whole;
    }
    return new CityPlan(seed, (int) Math.max(1, Math.round(visits / each)), days, until);
  }

  /** A city of about so many people. */
  public static CityPlan ofPeople(long seed, long people, int days, LocalDate until) {
    return new CityPlan(
        seed, (int) Math.max(1, Math.round(people / Household.AVERAGE_SIZE)), days, until);
  }

  /** The latest day whose last hour is past. */
  static LocalDate latestEnd(Instant now) {
    var there = now.atOffset(ZONE);
    LocalDate today = there.toLocalDate();
    return there.toLocalTime().isBefore(LAST_HOUR) ? today.minusDays(1) : today;
  }

  static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek().getValue() > 5;
  }

  LocalDate firstDay() {
    return until.minusDays(days - 1L);
  }

  /** When the first day begins. */
  public Instant begin() {
    return firstDay().atStartOfDay().toInstant(ZONE);
  }

  /** What happens then or later is not in the books. */
  public Instant end() {
    return until.atTime(LAST_HOUR).toInstant(ZONE);
  }

  long people() {
    return Math.round(households * Household.AVERAGE_SIZE);
  }

  Dice dice() {
    return new Dice(seed);
  }
}
