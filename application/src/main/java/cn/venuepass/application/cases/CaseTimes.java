package cn.venuepass.application.cases;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Checks times that tracers give: nothing has happened in the future. */
final class CaseTimes {
  /** Clocks differ. */
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private final Instant now;

  CaseTimes(Instant now) {
    this.now = now;
  }

  void check(String field, Optional<Instant> time) {
    if (time.filter(at -> at.isAfter(now.plus(TOLERANCE))).isPresent()) {
      throw new InvalidValue(field, Rule.OUT_OF_RANGE);
    }
  }

  void checkAfter(String field, Optional<Instant> time, Instant earliest) {
    if (time.filter(at -> at.isBefore(earliest)).isPresent()) {
      throw new InvalidValue(field, Rule.OUT_OF_RANGE);
    }
  }
}
