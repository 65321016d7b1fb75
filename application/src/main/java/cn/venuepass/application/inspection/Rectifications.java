package cn.venuepass.application.inspection;

import cn.venuepass.application.notification.Notifications;
import cn.venuepass.application.venue.ManagerRepository;
import cn.venuepass.domain.inspection.Inspection;
import cn.venuepass.domain.notification.Notice;
import cn.venuepass.domain.venue.Manager;
import cn.venuepass.domain.venue.Venue;
import java.time.Duration;
import java.time.Instant;

/**
 * Tells a venue what it has to put right: its applicant and active managers at once, and the
 * applicant again a day before the deadline.
 */
final class Rectifications {
  private static final Duration REMINDER = Duration.ofDays(1);

  private final Notifications notifications;
  private final ManagerRepository managers;

  Rectifications(Notifications notifications, ManagerRepository managers) {
    this.notifications = notifications;
    this.managers = managers;
  }

  void tell(Inspection inspection, Venue venue, Instant now) {
    Instant dueAt = inspection.order().dueAt().orElseThrow();
    var notice = new Notice.RectificationDue(venue.id(), inspection.id().value(), dueAt);
    tell(venue, notice, now, now);
    Instant reminder = dueAt.minus(REMINDER);
    if (reminder.isAfter(now)) {
      tell(venue, notice, now, reminder);
    }
  }

  private void tell(Venue venue, Notice notice, Instant now, Instant at) {
    notifications.tell(venue.applicant(), notice, at);
    for (Manager manager : managers.listOf(venue.id())) {
      if (!manager.activeFrom().isAfter(now)) {
        notifications.tell(manager.person(), notice, at);
      }
    }
  }

  /** Nobody needs to be reminded any more. */
  void withdraw(Inspection inspection, Instant now) {
    notifications.withdraw(inspection.id().value(), now);
  }
}
