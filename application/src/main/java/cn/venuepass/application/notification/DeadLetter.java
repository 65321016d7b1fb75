package cn.venuepass.application.notification;

import cn.venuepass.domain.notification.Carrier;
import cn.venuepass.domain.notification.NotificationId;
import cn.venuepass.domain.notification.NotificationKind;
import cn.venuepass.domain.venue.VenueId;
import java.time.Instant;
import java.util.Optional;

/**
 * A notification for which a carrier was asked too often in vain; it says not whom it is for.
 *
 * @param lastTriedAt when it was given up
 */
public record DeadLetter(
    NotificationId id,
    NotificationKind kind,
    Optional<VenueId> venue,
    Carrier carrier,
    int tries,
    Instant dueAt,
    Instant lastTriedAt) {}
