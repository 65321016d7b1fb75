package cn.venuepass.domain.coverage;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** How many tasks there are for each gap; a gap without any is left out. */
public record GapCounts(Map<Gap, Count> of) {
  /** How long ago a task was closed of late. */
  public static final Duration OF_LATE = Duration.ofDays(7);

  public static final GapCounts NONE = new GapCounts(Map.of());

  /**
   * The tasks of one gap.
   *
   * @param overdue of the open ones, those that are or were not closed in time
   * @param closed those that were closed within {@link #OF_LATE}
   */
  public record Count(long open, long overdue, long closed) {
    public static final Count NONE = new Count(0, 0, 0);

    Count plus(Count other) {
      return new Count(open + other.open, overdue + other.overdue, closed + other.closed);
    }
  }

  public GapCounts {
    of = Map.copyOf(of);
  }

  public GapCounts plus(GapCounts other) {
    Map<Gap, Count> sum = new EnumMap<>(Gap.class);
    sum.putAll(of);
    other.of.forEach((gap, count) -> sum.merge(gap, count, Count::plus));
    return new GapCounts(sum);
  }

  public Count count(Gap gap) {
    return of.getOrDefault(gap, Count.NONE);
  }
}
