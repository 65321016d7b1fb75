package cn.venuepass.rest.visit;

import cn.venuepass.domain.visit.Stay;
import java.time.Instant;

/** What we believe of a visit: the likely stay, and between which moments its ends lie. */
public record StayResponse(Instant from, Instant to, Stay.Source source, Bounds bounds) {
  public static StayResponse of(Stay stay) {
    return new StayResponse(
        stay.entry().likely().at(),
        stay.exit().likely().at(),
        stay.source(),
        new Bounds(Span.of(stay.entry()), Span.of(stay.exit())));
  }

  /** The bounds of both ends. */
  public record Bounds(Span entry, Span exit) {}

  /** Between which moments an end lies. */
  public record Span(Bound earliest, Bound latest) {
    static Span of(Stay.Span span) {
      return new Span(Bound.of(span.earliest()), Bound.of(span.latest()));
    }
  }

  /** A moment with what it rests on. */
  public record Bound(Instant at, Stay.Source source) {
    static Bound of(Stay.Bound bound) {
      return new Bound(bound.at(), bound.source());
    }
  }
}
