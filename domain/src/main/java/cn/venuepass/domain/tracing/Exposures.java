package cn.venuepass.domain.tracing;

import static java.util.stream.Collectors.groupingBy;

import cn.venuepass.domain.venue.VenueId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where and when people may have met somebody infectious. */
public final class Exposures {
  private static final int MANY_SPANS = 1_000;
  private static final int MOST_SPANS = 20_000;
  private static final Duration A_DAY = Duration.ofDays(1);
  private static final Duration FOREVER = Duration.ofDays(36_500);

  private final Map<VenueId, List<Exposure>> byFamily;

  /** Of each family, when the last of all exposures up to that one ends. */
  private final Map<VenueId, List<Instant>> ends = new HashMap<>();

  /**
   * @param minimum how long a stay must be to matter
   */
  public Exposures(Collection<Exposure> exposures, Duration minimum) {
    this.byFamily =
        exposures.stream()
            .filter(exposure -> exposure.outer().length().compareTo(minimum) >= 0)
            .sorted(Comparator.comparing(exposure -> exposure.outer().from()))
            .collect(groupingBy(Exposure::family));
    byFamily.forEach((family, exposed) -> ends.put(family, ends(exposed)));
  }

  /** A span of time at a family of venues. */
  public record Span(VenueId family, Interval time) {}

  /** Those at the family that reach into the span of time. */
  List<Exposure> reaching(VenueId family, Interval time) {
    List<Exposure> reaching = new ArrayList<>();
    List<Exposure> exposed = byFamily.getOrDefault(family, List.of());
    for (int i = firstEndingAfter(time.from(), family); i < exposed.size(); i++) {
      Exposure exposure = exposed.get(i);
      if (!exposure.outer().from().isBefore(time.to())) {
        break;
      }
      if (exposure.outer().to().isAfter(time.from())) {
        reaching.add(exposure);
      }
    }
    return reaching;
  }

  /** All exposures before that one have ended by then. */
  private int firstEndingAfter(Instant time, VenueId family) {
    List<Instant> inOrder = ends.getOrDefault(family, List.of());
    int low = 0;
    int high = inOrder.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (inOrder.get(middle).isAfter(time)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private static List<Instant> ends(List<Exposure> inOrder) {
    List<Instant> ends = new ArrayList<>();
    Instant last = Instant.MIN;
    for (Exposure exposure : inOrder) {
      last = later(last, exposure.outer().to());
      ends.add(last);
    }
    return ends;
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
