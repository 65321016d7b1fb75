package cn.venuepass.application.notification;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.notification.NotificationId;

/** What a resident was told: the certain way, whoever knocked or did not. */
public interface ReadNotifications {

  /** The latest first. */
  Page<ListedNotification> list(Caller.Resident resident, PageRequest request);

  /** Denied with NOT_FOUND. */
  Result<NotificationId> markRead(Caller.Resident resident, NotificationId notification);
}
