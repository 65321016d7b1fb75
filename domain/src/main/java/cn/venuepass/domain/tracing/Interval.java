package cn.venuepass.domain.tracing;

import java.time.Duration;
import java.time.Instant;

/** A half-open span of time [from, to); empty where it does not begin before it ends. */
public record Interval(Instant from, Instant to) {

  public boolean isEmpty() {
    return !from.isBefore(to);
  }

  /** What both have in common, which may be empty. */
  public Interval and(Interval other) {
    return new Interval(
        from.isAfter(other.from) ? from : other.from, to.isBefore(other.to) ? to : other.to);
  }

  /** How long it is; nothing if it is empty. */
  public Duration length() {
    return isEmpty() ? Duration.ZERO : Duration.between(from, to);
  }

  public boolean contains(Interval other) {
    return !from.isAfter(other.from) && !to.isBefore(other.to);
  }
}
