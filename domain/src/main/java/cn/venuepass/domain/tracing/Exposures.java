package cn.venuepass.domain.tracing;

import static java.util.stream.Collectors.groupingBy;

import cn.venuepass.domain.venue.VenueId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Where and when people may have met somebody infectious. */
public final class Exposures {
  private static final int MANY_SPANS = 1_000;
  private static final int MOST_SPANS = 20_000;
  private static final Duration A_DAY = Duration.ofDays(1);
  private static final Duration FOREVER = Duration.ofDays(36_500);

  private final Map<VenueId, List<Exposure>> byFamily;

  /**
   * @param minimum how long a stay must be to matter
   */
  public Exposures(Collection<Exposure> exposures, Duration minimum) {
    this.byFamily =
        exposures.stream()
            .filter(exposure -> exposure.outer().length().compareTo(minimum) >= 0)
            .sorted(Comparator.comparing(exposure -> exposure.outer().from()))
            .collect(groupingBy(Exposure::family));
  }

  /** A span of time at a family of venues. */
  public record Span(VenueId family, Interval time) {}

  /** Those at the family that reach into the span of time. */
  List<Exposure> reaching(VenueId family, Interval time) {
    List<Exposure> reaching = new ArrayList<>();
    for (Exposure exposure : byFamily.getOrDefault(family, List.of())) {
      if (!exposure.outer().from().isBefore(time.to())) {
        break;
      }
      if (exposure.outer().to().isAfter(time.from())) {
        reaching.add(exposure);
      }
    }
    return reaching;
  }

  /**
   * When somebody was there: of each family as few spans as there are without a gap. Where that
   * would be many, gaps of a day or less are closed; where it would be very many, all gaps are.
   */
  public List<Span> spans() {
    List<Span> exact = spans(Duration.ZERO);
    if (exact.size() <= MANY_SPANS) {
      return exact;
    }
    List<Span> fewer = spans(A_DAY);
    return fewer.size() <= MOST_SPANS ? fewer : spans(FOREVER);
  }

  private List<Span> spans(Duration gap) {
    List<Span> spans = new ArrayList<>();
    byFamily.forEach(
        (family, exposures) -> {
          Interval last = exposures.get(0).outer();
          for (Exposure exposure : exposures) {
            Interval next = exposure.outer();
            if (next.from().isAfter(last.to().plus(gap))) {
              spans.add(new Span(family, last));
              last = next;
            } else {
              last = new Interval(last.from(), later(last.to(), next.to()));
            }
          }
          spans.add(new Span(family, last));
        });
    return spans;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }
}
