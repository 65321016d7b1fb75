package cn.venuepass.domain.posterlife;

import cn.venuepass.domain.venue.PosterId;
import cn.venuepass.domain.venue.VenueId;
import java.time.Duration;
import java.time.Instant;

/**
 * An hour in which a poster was scanned often, beside the poster's past.
 *
 * @param begin the full hour
 * @param people how many people were behind the scans
 */
public record BusyHour(
    PosterId poster,
    VenueId venue,
    Instant begin,
    int scans,
    int people,
    Instant firstAt,
    Instant lastAt,
    Past past) {

  /**
   * The days before on which the poster was scanned at all.
   *
   * @param busiestHours the scans in the busiest hour of each of them, added up
   */
  public record Past(int days, int busiestHours) {}

  public Instant end() {
    return begin.plus(Duration.ofHours(1));
  }
}
