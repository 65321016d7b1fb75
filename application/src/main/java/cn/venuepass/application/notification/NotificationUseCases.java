package cn.venuepass.application.notification;

import cn.venuepass.application.Stores;
import cn.venuepass.application.audit.AuditTrail;
import cn.venuepass.domain.person.PhoneNumber;
import java.time.InstantSource;
import java.util.Optional;

/** Everything that can be done about notifications. */
public record NotificationUseCases(
    ReadNotifications readNotifications,
    TendDeadLetters tendDeadLetters,
    DeliverNotifications deliverNotifications) {

  /**
   * The use cases over those stores.
   *
   * @param dutyPhone reaches whoever is on duty
   */
  public static NotificationUseCases over(
      Stores stores,
      WeChatMessages weChat,
      SmsGateway sms,
      Optional<PhoneNumber> dutyPhone,
      AuditTrail audit,
      InstantSource clock) {
    var service =
        new NotificationService(stores.notifications(), stores.transactions(), audit, clock);
    return new NotificationUseCases(
        service,
        service,
        new DeliveryService(stores.outbox(), stores.accounts(), weChat, sms, dutyPhone, clock));
  }
}
