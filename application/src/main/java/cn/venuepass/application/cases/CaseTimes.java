package cn.venuepass.application.cases;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.tracing.Interval;
import cn.venuepass.domain.visit.Stay;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Checks times that tracers give: nothing has happened in the future, and nothing is told of a time
 * that somebody misheard or mistyped.
 */
final class CaseTimes {
  /** Clocks differ. */
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  /** What people say of a visit may be wrong by hours, but is not of another day. */
  private static final Duration ABOUT_A_VISIT = Duration.ofDays(1);

  /** Onset and isolation are corrected later, and a stay may begin long before the window. */
  private static final Duration ABOUT_A_WINDOW = Duration.ofDays(14);

  private final Instant now;

  CaseTimes(Instant now) {
    this.now = now;
  }

  void check(String field, Optional<Instant> time) {
    if (time.filter(at -> at.isAfter(now.plus(TOLERANCE))).isPresent()) {
      throw new InvalidValue(field, Rule.OUT_OF_RANGE);
    }
  }

  /** What is told of a visit lies about it, and goes with some of what the scans allow. */
  void checkWith(Stay scanned, Optional<Instant> entered, Optional<Instant> left) {
    Instant earliest = scanned.entry().earliest().at();
    Instant latest = scanned.exit().latest().at();
    checkAfter("enteredAt", entered, earliest.minus(ABOUT_A_VISIT));
    checkBefore("enteredAt", entered, latest);
    checkAfter("leftAt", left, earliest.plusMillis(1));
    checkBefore("leftAt", left, latest.plus(ABOUT_A_VISIT));
  }

  /** What is told of a stay that nobody scanned lies about what the case looks at. */
  void checkWithin(Interval window, Optional<Instant> entered, Optional<Instant> left) {
    Instant earliest = window.from().minus(ABOUT_A_WINDOW);
    Instant latest = window.to().plus(ABOUT_A_WINDOW);
    checkAfter("enteredAt", entered, earliest);
    checkBefore("enteredAt", entered, latest);
    checkAfter("leftAt", left, earliest);
    checkBefore("leftAt", left, latest);
  }

  private static void checkBefore(String field, Optional<Instant> time, Instant end) {
    if (time.filter(at -> !at.isBefore(end)).isPresent()) {
      throw new InvalidValue(field, Rule.OUT_OF_RANGE);
    }
  }

  void checkAfter(String field, Optional<Instant> time, Instant earliest) {
    if (time.filter(at -> at.isBefore(earliest)).isPresent()) {
      throw new InvalidValue(field, Rule.OUT_OF_RANGE);
    }
  }
}
