package cn.venuepass.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.application.audit.AuditTrail;
import cn.venuepass.application.notification.DeliverNotifications;
import cn.venuepass.application.notification.Delivery;
import cn.venuepass.application.notification.NotificationUseCases;
import cn.venuepass.application.notification.SmsGateway;
import cn.venuepass.application.notification.WeChatMessages;
import cn.venuepass.application.person.WeChatIdentity;
import cn.venuepass.domain.notification.Carrier;
import cn.venuepass.domain.notification.Notice;
import cn.venuepass.domain.notification.Notification;
import cn.venuepass.domain.notification.NotificationId;
import cn.venuepass.domain.notification.Recipient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** {@link DeliverNotifications} over the stores: nothing is lost when a process dies. */
public interface DeliveryContract extends StoreContract {

  @Test
  default void aKnockShouldComeAgainWhenTheProcessDiedBeforeItWasNoted() {
    String openId = somebodyIsTold();
    var sent = new CopyOnWriteArrayList<String>();
    var dying =
        deliver(
            message -> {
              sent.add(message.openId());
              if (message.openId().equals(openId)) {
                throw new Killed();
              }
              return Delivery.DELIVERED;
            });
    assertThatThrownBy(() -> untilNothingIsDue(dying)).isInstanceOf(Killed.class);
    assertThat(sent).containsOnlyOnce(openId);
    var other = deliver(delivered(sent));
    untilNothingIsDue(other);
    assertThat(sent).containsOnlyOnce(openId);
    clock().advance(DeliverNotifications.LEASE);
    untilNothingIsDue(other);
    assertThat(sent.stream().filter(openId::equals)).hasSize(2);
    clock().advance(Duration.ofDays(1));
    untilNothingIsDue(other);
    assertThat(sent.stream().filter(openId::equals)).hasSize(2);
  }

  @Test
  default void severalNodesShouldKnockOnce() {
    String openId = somebodyIsTold();
    var sent = new CopyOnWriteArrayList<String>();
    AtOnce.run(
        4,
        i -> {
          untilNothingIsDue(deliver(delivered(sent)));
          return i;
        });
    untilNothingIsDue(deliver(delivered(sent)));
    assertThat(sent).containsOnlyOnce(openId);
  }

  private String somebodyIsTold() {
    String openId = "open-" + UUID.randomUUID();
    var account = stores().accounts().findOrAdd(new WeChatIdentity(openId), clock().instant()).id();
    stores()
        .outbox()
        .add(
            new Notification(
                new NotificationId(UUID.randomUUID()),
                new Recipient.OfAccount(account),
                new Notice.ExposureNotice(),
                clock().instant()));
    return openId;
  }

  private static WeChatMessages delivered(List<String> sent) {
    return message -> {
      sent.add(message.openId());
      return Delivery.DELIVERED;
    };
  }

  private DeliverNotifications deliver(WeChatMessages weChat) {
    SmsGateway none = message -> Delivery.REFUSED;
    return NotificationUseCases.over(
            stores(),
            weChat,
            none,
            Optional.empty(),
            new AuditTrail(stores().auditLog(), UUID::randomUUID, clock()),
            clock())
        .deliverNotifications();
  }

  private static void untilNothingIsDue(DeliverNotifications deliver) {
    while (deliver.deliver(Carrier.WECHAT) > 0) {}
  }

  /** The process ends here, as with kill -9: nothing after it happens. */
  final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }
}
