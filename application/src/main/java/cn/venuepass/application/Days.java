package cn.venuepass.application;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Calendar days as everybody here counts them: China has one time. */
public final class Days {
  public static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private Days() {}

  public static LocalDate of(Instant at) {
    return LocalDate.ofInstant(at, CHINA);
  }

  /** When the day begins. */
  public static Instant begin(LocalDate day) {
    return day.atStartOfDay(CHINA).toInstant();
  }
}
