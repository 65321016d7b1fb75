package cn.venuepass.domain.notification;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Identifies a notification. */
public record NotificationId(UUID value) {
  public NotificationId {
    requireNonNull(value, "value");
  }
}
