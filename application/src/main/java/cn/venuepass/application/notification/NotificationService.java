package cn.venuepass.application.notification;

import static cn.venuepass.application.Denial.Plain.NOT_FOUND;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.application.Transactions;
import cn.venuepass.application.audit.AuditTrail;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.audit.Actor;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.audit.AuditPurpose;
import cn.venuepass.domain.audit.Deed;
import cn.venuepass.domain.notification.Dispatch;
import cn.venuepass.domain.notification.NotificationId;
import java.time.InstantSource;

final class NotificationService implements ReadNotifications, TendDeadLetters {
  private final NotificationRepository notifications;
  private final Transactions transactions;
  private final AuditTrail audit;
  private final InstantSource clock;

  NotificationService(
      NotificationRepository notifications,
      Transactions transactions,
      AuditTrail audit,
      InstantSource clock) {
    this.notifications = notifications;
    this.transactions = transactions;
    this.audit = audit;
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
  public Page<DeadLetter> list(Caller.Staff admin, PageRequest request) {
    return notifications.listDead(admin.account().jurisdiction(), request);
  }

  @Override
  public Result<NotificationId> retry(Caller.Staff admin, NotificationId letter) {
    return transactions.attempt(
        () -> {
          Dispatch again = Dispatch.first(clock.instant());
          if (!notifications.revive(letter, admin.account().jurisdiction(), again)) {
            return Result.denied(NOT_FOUND);
          }
          audit.note(
              Actor.staff(admin, Role.ADMIN),
              Deed.of(AuditAction.DEAD_LETTER_RETRIED, AuditPurpose.ADMINISTRATION)
                  .under(letter.value().toString()));
          return Result.done(letter);
        });
  }
}
