package cn.venuepass.rest.json;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/**
 * Reads times of clients: ISO-8601, to the millisecond, between the years 1970 and 9999, which
 * every store can hold.
 */
public final class Times {
  private static final Instant EARLIEST = Instant.EPOCH;
  private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

  private Times() {}

  public static Instant read(String text) {
    try {
      Instant time = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
      if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
        throw new InvalidValue("time", Rule.OUT_OF_RANGE);
      }
      return time;
    } catch (DateTimeException e) {
      throw new InvalidValue("time", Rule.FORMAT);
    }
  }
}
