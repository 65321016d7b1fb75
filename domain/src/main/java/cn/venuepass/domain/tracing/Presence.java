package cn.venuepass.domain.tracing;

import cn.venuepass.domain.visit.Stay;
import cn.venuepass.domain.visit.Stay.Bound;
import java.time.Duration;
import java.util.Optional;

/**
 * When somebody was at a place: surely, by the best guess, and at the utmost. Rules: the domain
 * document, "Contacts".
 *
 * @param certain what was observed; empty where a bound of it rests on anything else
 */
public record Presence(Interval certain, Interval likely, Interval outer) {

  public static Presence of(Stay stay) {
    Bound in = stay.entry().latest();
    Bound out = stay.exit().earliest();
    return new Presence(
        new Interval(in.at(), isSeen(in) && isSeen(out) ? out.at() : in.at()),
        new Interval(stay.entry().likely().at(), stay.exit().likely().at()),
        new Interval(stay.entry().earliest().at(), stay.exit().latest().at()));
  }

  /** What of it lies in the span of time. */
  public Presence within(Interval span) {
    return new Presence(certain.and(span), likely.and(span), outer.and(span));
  }

  /** How both were there together, by the surest parts that overlap at least so long. */
  public Optional<Meeting> meet(Presence other, Duration minimum) {
    return meeting(certain.and(other.certain), ContactGrade.CERTAIN, minimum)
        .or(() -> meeting(likely.and(other.likely), ContactGrade.PROBABLE, minimum))
        .or(() -> meeting(outer.and(other.outer), ContactGrade.POSSIBLE, minimum));
  }

  private static Optional<Meeting> meeting(Interval common, ContactGrade grade, Duration minimum) {
    return common.length().compareTo(minimum) >= 0
        ? Optional.of(new Meeting(common, grade))
        : Optional.empty();
  }

  private static boolean isSeen(Bound bound) {
    return bound.source() == Stay.Source.OBSERVED || bound.source() == Stay.Source.LAST_SEEN;
  }

  /** The time that two people were together, and how sure it is. */
  public record Meeting(Interval time, ContactGrade grade) {}
}
