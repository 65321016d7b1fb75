package cn.venuepass.application.notification;

import cn.venuepass.application.Stores;
import java.time.InstantSource;

/** Everything that can be done about notifications. */
public record NotificationUseCases(
    ReadNotifications readNotifications,
    TendDeadLetters tendDeadLetters,
    DeliverNotifications deliverNotifications) {

  public static NotificationUseCases over(
      Stores stores, WeChatMessages weChat, SmsGateway sms, InstantSource clock) {
    var service = new NotificationService(stores.notifications(), clock);
    return new NotificationUseCases(
        service,
        service,
        new DeliveryService(stores.outbox(), stores.accounts(), weChat, sms, clock));
  }
}
