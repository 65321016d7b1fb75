package cn.venuepass.application.notification;

import cn.venuepass.application.Stores;
import cn.venuepass.application.audit.AuditTrail;
import java.time.InstantSource;

/** Everything that can be done about notifications. */
public record NotificationUseCases(
    ReadNotifications readNotifications,
    TendDeadLetters tendDeadLetters,
    DeliverNotifications deliverNotifications) {

  public static NotificationUseCases over(
      Stores stores, WeChatMessages weChat, SmsGateway sms, AuditTrail audit, InstantSource clock) {
    var service =
        new NotificationService(stores.notifications(), stores.transactions(), audit, clock);
    return new NotificationUseCases(
        service,
        service,
        new DeliveryService(stores.outbox(), stores.accounts(), weChat, sms, clock));
  }
}
