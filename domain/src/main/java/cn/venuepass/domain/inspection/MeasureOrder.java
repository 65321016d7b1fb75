package cn.venuepass.domain.inspection;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A measure with the deadline that a rectification has, and no other measure.
 *
 * @param dueAt when what is wrong must be put right
 */
public record MeasureOrder(Measure measure, Optional<Instant> dueAt) {
  /** No deadline is further away. */
  public static final Duration LONGEST = Duration.ofDays(90);

  private static final String DUE_AT = "dueAt";

  /**
   * A measure for what was found.
   *
   * @throws InvalidValue when the findings give no reason for it, or the deadline is missing, past,
   *     too far away, or of a measure that has none
   */
  public static MeasureOrder given(
      Measure measure, Optional<Instant> dueAt, Findings findings, Instant now) {
    if (measure != Measure.NONE && !findings.giveReason()) {
      throw new InvalidValue("findings", Rule.NO_REASON);
    }
    if (measure != Measure.RECTIFICATION) {
      if (dueAt.isPresent()) {
        throw new InvalidValue(DUE_AT, Rule.NOT_FOR_MEASURE);
      }
      return new MeasureOrder(measure, Optional.empty());
    }
    return new MeasureOrder(
        measure,
        Optional.of(
            checked(dueAt.orElseThrow(() -> new InvalidValue(DUE_AT, Rule.REQUIRED)), now)));
  }

  /**
   * The same with another deadline; without one the old one stays if it is still to come.
   *
   * @throws InvalidValue when there is no deadline in the future, or it is too far away
   */
  MeasureOrder again(Optional<Instant> newDueAt, Instant now) {
    Optional<Instant> next = newDueAt.or(() -> dueAt.filter(old -> old.isAfter(now)));
    return new MeasureOrder(
        measure,
        Optional.of(checked(next.orElseThrow(() -> new InvalidValue(DUE_AT, Rule.REQUIRED)), now)));
  }

  private static Instant checked(Instant dueAt, Instant now) {
    if (!dueAt.isAfter(now) || dueAt.isAfter(now.plus(LONGEST))) {
      throw new InvalidValue(DUE_AT, Rule.OUT_OF_RANGE);
    }
    return dueAt;
  }
}
