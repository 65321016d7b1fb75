package cn.venuepass.application.notification;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.notification.Dispatch;
import cn.venuepass.domain.notification.NotificationId;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.PersonId;
import java.time.Instant;
import java.util.Optional;

/** Notifications as their readers and the administrators see them. */
public interface NotificationRepository {

  /** What is due for the account and the person behind it, the latest first. */
  Page<ListedNotification> listFor(
      AccountId account, Optional<PersonId> person, Instant now, PageRequest request);

  /**
   * Notes that they have read it; the first time counts.
   *
   * @return false when nothing with that id is due for them
   */
  boolean markRead(
      NotificationId notification, AccountId account, Optional<PersonId> person, Instant now);

  /**
   * Dead letters about venues in the jurisdiction, the one that was due last first. Those about no
   * venue are for a jurisdiction over everything.
   */
  Page<DeadLetter> listDead(Jurisdiction jurisdiction, PageRequest request);

  /**
   * Has a dead letter tried again. Of concurrent calls one succeeds.
   *
   * @return false, with nothing changed, when it is none, or outside the jurisdiction
   */
  boolean revive(NotificationId letter, Jurisdiction jurisdiction, Dispatch next);
}
