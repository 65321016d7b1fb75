package cn.venuepass.rest.notification;

import cn.venuepass.application.notification.ListedNotification;
import cn.venuepass.domain.notification.Notice;
import cn.venuepass.domain.notification.Notification;
import cn.venuepass.domain.notification.NotificationKind;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.rest.problem.Messages;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A notification with its text; {@code approved} and {@code deadline} for the kinds with one. */
record NotificationResponse(
    UUID id,
    NotificationKind kind,
    String text,
    @Nullable UUID venueId,
    @Nullable Boolean approved,
    @Nullable Instant deadline,
    Instant at,
    @Nullable Instant readAt) {

  static NotificationResponse of(ListedNotification listed, Messages messages) {
    Notification notification = listed.notification();
    Notice notice = notification.notice();
    return new NotificationResponse(
        notification.id().value(),
        notice.kind(),
        messages.of(notice, listed.venue()),
        notice.about().map(VenueId::value).orElse(null),
        notice instanceof Notice.ReviewDecided decided ? decided.approved() : null,
        deadline(notice),
        notification.dueAt(),
        listed.readAt().orElse(null));
  }

  private static @Nullable Instant deadline(Notice notice) {
    if (notice instanceof Notice.RectificationDue due) {
      return due.deadline();
    } else if (notice instanceof Notice.VenueControlled controlled) {
      return controlled.until();
    }
    return notice instanceof Notice.AdmissionControlled controlled ? controlled.until() : null;
  }
}
