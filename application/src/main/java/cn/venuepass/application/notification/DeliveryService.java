package cn.venuepass.application.notification;

import cn.venuepass.application.Days;
import cn.venuepass.application.notification.Outbox.Claim;
import cn.venuepass.application.notification.SmsGateway.TextMessage;
import cn.venuepass.application.notification.WeChatMessages.WeChatMessage;
import cn.venuepass.application.person.AccountRepository;
import cn.venuepass.application.person.Reach;
import cn.venuepass.domain.notification.Carrier;
import cn.venuepass.domain.notification.Dispatch;
import cn.venuepass.domain.notification.Notification;
import cn.venuepass.domain.notification.NotificationKind;
import cn.venuepass.domain.notification.Recipient;
import cn.venuepass.domain.person.PhoneNumber;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class DeliveryService implements DeliverNotifications {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(Days.CHINA);

  private final Outbox outbox;
  private final AccountRepository accounts;
  private final WeChatMessages weChat;
  private final SmsGateway sms;
  private final Optional<PhoneNumber> dutyPhone;
  private final InstantSource clock;

  DeliveryService(
      Outbox outbox,
      AccountRepository accounts,
      WeChatMessages weChat,
      SmsGateway sms,
      Optional<PhoneNumber> dutyPhone,
      InstantSource clock) {
    this.outbox = outbox;
    this.accounts = accounts;
    this.weChat = weChat;
    this.sms = sms;
    this.dutyPhone = dutyPhone;
    this.clock = clock;
  }

  @Override
  public int deliver(Carrier carrier) {
    Instant now = clock.instant();
    List<Claim> claims = outbox.claim(carrier, MOST_AT_ONCE, now, now.plus(LEASE));
    for (Claim claim : claims) {
      if (clock.instant().isBefore(claim.until())) {
        boolean unused = outbox.settle(claim, knocked(claim));
      }
    }
    return claims.size();
  }

  private Dispatch knocked(Claim claim) {
    Dispatch dispatch = claim.dispatch();
    Notification notification = claim.notification();
    return reachOf(notification.to())
        .map(reach -> knock(reach, dispatch.carrier(), notification))
        .map(delivery -> after(delivery, dispatch, notification.notice().kind()))
        .orElseGet(dispatch::listed);
  }

  private Dispatch after(Delivery delivery, Dispatch dispatch, NotificationKind kind) {
    return switch (delivery) {
      case DELIVERED -> dispatch.delivered();
      case TRY_LATER -> dispatch.later(clock.instant());
      case REFUSED -> dispatch.refused(kind, clock.instant());
    };
  }

  private Optional<Reach> reachOf(Recipient to) {
    if (to instanceof Recipient.OnDuty) {
      return dutyPhone.map(phone -> new Reach(Optional.empty(), Optional.of(phone)));
    }
    return to instanceof Recipient.OfPerson of
        ? accounts.reachOf(of.person())
        : accounts.reachOf(((Recipient.OfAccount) to).account());
  }

  /** A door that is not there refuses. */
  private Delivery knock(Reach reach, Carrier carrier, Notification notification) {
    String template = notification.notice().kind().template();
    Map<String, String> values = Map.of("time", TIME.format(notification.dueAt()));
    try {
      return switch (carrier) {
        case WECHAT ->
            reach
                .weChat()
                .map(to -> weChat.send(new WeChatMessage(to.openId(), template, values)))
                .orElse(Delivery.REFUSED);
        case SMS ->
            reach
                .phone()
                .map(to -> sms.send(new TextMessage(to, template, values)))
                .orElse(Delivery.REFUSED);
      };
    } catch (RuntimeException e) {
      return Delivery.TRY_LATER;
    }
  }
}
