package cn.venuepass.application.notification;

import cn.venuepass.domain.notification.Notification;
import cn.venuepass.domain.venue.VenueName;
import java.time.Instant;
import java.util.Optional;

/**
 * A notification in somebody's list.
 *
 * @param venue the name of the venue that it is about, also of a removed one
 */
public record ListedNotification(
    Notification notification, Optional<VenueName> venue, Optional<Instant> readAt) {}
