package cn.venuepass.application.control;

import cn.venuepass.domain.control.ControlOrder;
import cn.venuepass.domain.control.ControlTarget;
import java.time.Duration;
import java.util.Optional;

/**
 * Which orders are asked for.
 *
 * @param attention only those that somebody should look at soon
 */
public record ControlOrderFilter(
    Optional<ControlOrder.State> state,
    Optional<ControlTarget.Kind> target,
    Optional<Attention> attention) {
  public static final ControlOrderFilter ALL =
      new ControlOrderFilter(Optional.empty(), Optional.empty(), Optional.empty());

  /** An active order that ends within this time should be looked at. */
  public static final Duration SOON = Duration.ofHours(24);

  /** Why an order should be looked at. */
  public enum Attention {
    /** It is active and ends within {@link #SOON}. */
    EXPIRING,
    /** An appeal against it waits for longer than it may. */
    OVERDUE
  }
}
