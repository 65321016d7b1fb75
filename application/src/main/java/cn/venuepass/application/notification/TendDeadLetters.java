package cn.venuepass.application.notification;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.notification.NotificationId;

/** What administrators do about knocks that nobody could bring. */
public interface TendDeadLetters {

  Page<DeadLetter> list(Caller.Staff admin, PageRequest request);

  /** Has it tried again, from the first carrier on. Denied with NOT_FOUND when it is none. */
  Result<NotificationId> retry(Caller.Staff admin, NotificationId letter);
}
