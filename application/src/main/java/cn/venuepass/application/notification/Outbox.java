package cn.venuepass.application.notification;

import cn.venuepass.domain.notification.Carrier;
import cn.venuepass.domain.notification.Dispatch;
import cn.venuepass.domain.notification.Notification;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Notifications whose knock is still to come. What is added in a transaction is there if that
 * transaction is, whatever happens to this process afterwards. A knock may come twice after a
 * crash, and never not at all.
 */
public interface Outbox {

  /** Adds a notification; it waits until it is due. */
  void add(Notification notification);

  /** Adds several at once. */
  void addAll(List<Notification> notifications);

  /** Forgets what depends on that thing and is not due yet. */
  void withdraw(UUID dependsOn, Instant now);

  /**
   * Takes notifications that wait for that carrier and are due, the longest due first. Nobody else
   * gets them until then; whoever took them is expected to {@link #settle} them before. Of
   * concurrent calls one gets a notification.
   */
  List<Claim> claim(Carrier carrier, int most, Instant now, Instant until);

  /**
   * Stores how far the knock has come, and lets the notification go.
   *
   * @return false, with nothing changed, when somebody else has taken it since
   */
  boolean settle(Claim claim, Dispatch next);

  /**
   * A notification that was taken.
   *
   * @param lease tells this taking from any other
   * @param until how long it is kept from others
   */
  record Claim(Notification notification, Dispatch dispatch, UUID lease, Instant until) {}
}
