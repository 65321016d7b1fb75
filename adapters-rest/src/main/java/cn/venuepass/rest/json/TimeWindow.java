package cn.venuepass.rest.json;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The half-open interval that {@code ?from=} and {@code ?to=} ask for. */
public record TimeWindow(Instant from, Instant to) {
  /** Nodes' clocks differ: what just happened is in a window that ends now. */
  private static final Duration MARGIN = Duration.ofMinutes(1);

  /**
   * The window; without an end it ends now.
   *
   * @param length how long it is without a beginning
   */
  public static TimeWindow read(
      @Nullable String from, @Nullable String to, Duration length, InstantSource clock) {
    var fields = new Fields();
    var begin = fields.optional("from", from, Times::read);
    var end = fields.optional("to", to, Times::read);
    fields.verify();
    Instant until = end.get().orElseGet(() -> clock.instant().plus(MARGIN));
    return new TimeWindow(begin.get().orElseGet(() -> until.minus(length)), until);
  }

  public Duration length() {
    return Duration.between(from, to);
  }
}
