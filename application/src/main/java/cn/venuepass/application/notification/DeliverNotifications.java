package cn.venuepass.application.notification;

import cn.venuepass.domain.notification.Carrier;
import java.time.Duration;

/** Has the knocks brought that are due. Every node calls it again and again. */
@FunctionalInterface
public interface DeliverNotifications {
  /** How many one call takes at most. */
  int MOST_AT_ONCE = 20;

  /** How long whoever takes notifications keeps them from others. */
  Duration LEASE = Duration.ofMinutes(5);

  /**
   * One round of one carrier. A carrier that breaks is asked again later, like one that asks for
   * patience.
   *
   * @return how many notifications were taken
   */
  int deliver(Carrier carrier);
}
