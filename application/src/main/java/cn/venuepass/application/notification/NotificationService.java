package cn.venuepass.application.notification;

import static cn.venuepass.application.Denial.Plain.NOT_FOUND;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.notification.Dispatch;
import cn.venuepass.domain.notification.NotificationId;
import java.time.InstantSource;

final class NotificationService implements ReadNotifications, TendDeadLetters {
  private final NotificationRepository notifications;
  private final InstantSource clock;

  NotificationService(NotificationRepository notifications, InstantSource clock) {
    this.notifications = notifications;
    this.clock = clock;
  }

  @Override
  public Page<ListedNotification> list(Caller.Resident resident, PageRequest request) {
    return notifications.listFor(resident.account(), resident.person(), clock.instant(), request);
  }

  @Override
  public Result<NotificationId> markRead(Caller.Resident resident, NotificationId notification) {
    return notifications.markRead(
            notification, resident.account(), resident.person(), clock.instant())
        ? Result.done(notification)
        : Result.denied(NOT_FOUND);
  }

  @Override
  public Page<DeadLetter> list(Jurisdiction jurisdiction, PageRequest request) {
    return notifications.listDead(jurisdiction, request);
  }

  @Override
  public Result<NotificationId> retry(Jurisdiction jurisdiction, NotificationId letter) {
    return notifications.revive(letter, jurisdiction, Dispatch.first(clock.instant()))
        ? Result.done(letter)
        : Result.denied(NOT_FOUND);
  }
}
