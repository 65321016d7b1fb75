package cn.venuepass.domain.posterlife;

import java.time.Duration;

/**
 * When nobody can have been at two venues: they lie in different territories, and the scans within
 * minutes of each other. Where the border of two territories runs along a street it can be true all
 * the same; then a supervisor dismisses the warning.
 *
 * @param within how long the way takes at least
 */
public record FarApart(Duration within) {
  public static final FarApart DEFAULT = new FarApart(Duration.ofMinutes(5));

  public boolean is(TwoPlaces places) {
    OwnScan first = places.first();
    OwnScan second = places.second();
    return first.person().equals(second.person())
        && !first.territory().equals(second.territory())
        && Duration.between(first.passage().at(), second.passage().at()).abs().compareTo(within)
            <= 0;
  }
}
