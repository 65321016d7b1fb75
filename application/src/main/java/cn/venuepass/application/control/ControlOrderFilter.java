package cn.venuepass.application.control;

import cn.venuepass.application.Cursor;
import cn.venuepass.domain.control.ControlOrder;
import cn.venuepass.domain.control.ControlTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Which orders are asked for, and in which order they come.
 *
 * @param attention only those that somebody should look at soon
 */
public record ControlOrderFilter(
    Optional<ControlOrder.State> state,
    Optional<ControlTarget.Kind> target,
    Optional<Attention> attention,
    Sort sort) {
  public static final ControlOrderFilter ALL =
      new ControlOrderFilter(
          Optional.empty(), Optional.empty(), Optional.empty(), Sort.LATEST_PROPOSAL);

  /** An active order that ends within this time should be looked at. */
  public static final Duration SOON = Duration.ofHours(24);

  public ControlOrderFilter sortedBy(Sort wanted) {
    return new ControlOrderFilter(state, target, attention, wanted);
  }

  /** What stands on top of a list of orders. */
  public enum Sort {
    LATEST_PROPOSAL,
    /** What ends first. */
    EXPIRES_AT,
    /** What can be approved for the shortest time. */
    LAPSES_AT;

    /** Where a list that ends with this order goes on. */
    public Cursor cursorOf(ControlOrder order) {
      Instant at =
          switch (this) {
            case LATEST_PROPOSAL -> order.proposed().at();
            case EXPIRES_AT -> order.expiresAt();
            case LAPSES_AT -> order.lapsesAt();
          };
      return new Cursor(at, order.id().value());
    }
  }

  /** Why an order should be looked at. */
  public enum Attention {
    /** It is active and ends within {@link #SOON}. */
    EXPIRING,
    /** An appeal against it waits for longer than it may. */
    OVERDUE
  }
}
