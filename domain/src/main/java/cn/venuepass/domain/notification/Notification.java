package cn.venuepass.domain.notification;

import java.time.Instant;

/**
 * A notice to somebody. From the time when it is due it stands in their list, which is the certain
 * way; carriers only knock.
 */
public record Notification(NotificationId id, Recipient to, Notice notice, Instant dueAt) {}
