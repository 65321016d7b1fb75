package cn.venuepass.persistence.tracing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import cn.venuepass.domain.tracing.Exposures;
import cn.venuepass.domain.tracing.Interval;
import cn.venuepass.domain.venue.StayRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A venue at which visits are sought that reach into a span of time.
 *
 * @param found whatever began before that, and reaches into the span, the venue's earlier spans
 *     find
 */
record SoughtPlace(PlaceRow place, Interval time, Instant found) {

  /** The places of the spans' families, each place's spans in order. */
  static List<SoughtPlace> all(List<Exposures.Span> spans, List<PlaceRow> places) {
    Map<UUID, List<Interval>> byFamily =
        spans.stream()
            .sorted(Comparator.comparing(span -> span.time().from()))
            .collect(
                groupingBy(span -> span.family().value(), mapping(Exposures.Span::time, toList())));
    List<SoughtPlace> all = new ArrayList<>();
    for (PlaceRow place : places) {
      Instant found = Instant.MIN;
      for (Interval time : byFamily.getOrDefault(place.family(), List.of())) {
        all.add(new SoughtPlace(place, time, found));
        found = time.to();
      }
    }
    return all;
  }

  UUID venue() {
    return place.id();
  }

  /** Visits that began earlier are longer than the venue's type allows. */
  Instant earliest() {
    return time.from().minus(place.longest());
  }

  /** From when on visits of usual length began. */
  Instant fresh() {
    return later(earliest(), found);
  }

  /** From when on longer ones did. */
  Instant oldest() {
    return later(time.from().minus(StayRules.LONGEST), found);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }
}
