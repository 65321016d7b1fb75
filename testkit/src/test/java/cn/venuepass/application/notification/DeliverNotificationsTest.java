package cn.venuepass.application.notification;

import static cn.venuepass.application.Answers.denied;
import static cn.venuepass.application.Answers.done;
import static cn.venuepass.application.Callers.aResident;
import static cn.venuepass.application.Callers.aStaffMember;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.audit.AuditTrail;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.access.SessionId;
import cn.venuepass.domain.notification.Carrier;
import cn.venuepass.domain.notification.Dispatch;
import cn.venuepass.domain.notification.Notice;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.PhoneNumber;
import cn.venuepass.domain.venue.ManagerId;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.testkit.SamplePhones;
import cn.venuepass.testkit.StoreFixtures;
import cn.venuepass.testkit.TestApplication;
import cn.venuepass.testkit.memory.RecordedMessages;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeliverNotificationsTest {
  private final TestApplication app = new TestApplication();
  private final StoreFixtures fixtures = app.fixtures();
  private final RecordedMessages messages = app.messages();
  private final Notifications notifications =
      new Notifications(app.stores().outbox(), UUID::randomUUID);
  private final Venue venue = fixtures.aVenue().add();
  private final AccountId account = fixtures.anAccount();
  private final PhoneNumber phone = SamplePhones.next();

  @Test
  void weChatShouldKnockOnceAndSayNothingPersonal() {
    tell(new Notice.ReviewDecided(venue.id(), true));
    deliver();
    deliver();
    var message = messages.weChat().get(0);
    assertThat(messages.weChat()).hasSize(1);
    assertThat(message.openId()).startsWith("open-");
    assertThat(message.template()).isEqualTo("review-decided");
    assertThat(message.values()).isEqualTo(Map.of("time", "2026-03-02 08:30"));
    assertThat(messages.sms()).isEmpty();
  }

  @Test
  void anExposureShouldNotBeTellableFromTheKnock() {
    attachPhone();
    messages.weChatAnswers(Delivery.REFUSED);
    tell(new Notice.ExposureNotice());
    deliver();
    assertThat(messages.weChat().get(0).template()).isEqualTo("new-message");
    assertThat(messages.sms().get(0).template()).isEqualTo("new-message");
    assertThat(messages.sms().get(0).values()).containsOnlyKeys("time");
  }

  @Test
  void aTextMessageShouldGoToAProvedPhoneWhereWeChatIsRefused() {
    attachPhone();
    messages.weChatAnswers(Delivery.REFUSED);
    tell(new Notice.RectificationDue(venue.id(), UUID.randomUUID(), app.clock().instant()));
    deliver();
    assertThat(messages.sms()).extracting(SmsGateway.TextMessage::to).containsExactly(phone);
    assertThat(messages.sms().get(0).template()).isEqualTo("rectification-due");
    deliver();
    assertThat(messages.sms()).hasSize(1);
  }

  @Test
  void whoSignsInByPhoneOnlyShouldGetATextMessage() {
    AccountId byPhone = app.stores().accounts().findOrAdd(phone, app.clock().instant()).id();
    notifications.tell(byPhone, new Notice.ExposureNotice(), app.clock().instant());
    deliver();
    assertThat(messages.weChat()).isEmpty();
    assertThat(messages.sms()).extracting(SmsGateway.TextMessage::to).containsExactly(phone);
  }

  @Test
  void whatNobodyCanBringShouldStandInTheListOnly() {
    attachPhone();
    messages.weChatAnswers(Delivery.REFUSED);
    var notice = new Notice.ManagerActivated(venue.id(), managerId());
    tell(notice);
    deliver();
    app.clock().advance(Duration.ofDays(1));
    deliver();
    assertThat(messages.weChat()).hasSize(1);
    assertThat(messages.sms()).isEmpty();
    assertThat(listed()).containsExactly(notice);
    assertThat(deadLetters().items()).isEmpty();
  }

  @Test
  void aPersonWithoutAccountShouldFindItOnceTheyHaveOne() {
    var person = fixtures.aPerson();
    notifications.tell(person.id(), new Notice.ExposureNotice(), app.clock().instant());
    deliver();
    assertThat(messages.weChat()).isEmpty();
    Caller.Resident resident = aResident(app, person.idNumber());
    assertThat(app.useCases().notification().readNotifications().list(resident, all()).items())
        .hasSize(1);
  }

  @Test
  void aCarrierThatAsksForPatienceOrBreaksShouldBeAskedAgain() {
    messages.weChatAnswers(Delivery.TRY_LATER);
    tell(new Notice.ReviewDecided(venue.id(), true));
    deliver();
    deliver();
    assertThat(messages.weChat()).hasSize(1);
    app.clock().advance(Duration.ofMinutes(1));
    WeChatMessages broken =
        message -> {
          throw new IllegalStateException("broken");
        };
    assertThat(over(broken).deliver(Carrier.WECHAT)).isEqualTo(1);
    assertThat(over(broken).deliver(Carrier.WECHAT)).isZero();
    app.clock().advance(Duration.ofMinutes(2));
    messages.weChatAnswers(Delivery.DELIVERED);
    deliver();
    assertThat(messages.weChat()).hasSize(2);
  }

  @Test
  void whatWasTriedTooOftenShouldBeADeadLetterUntilItIsRetried() {
    messages.weChatAnswers(Delivery.TRY_LATER);
    tell(new Notice.ReviewDecided(venue.id(), true));
    for (int i = 0; i < Dispatch.MOST_TRIES + 3; i++) {
      deliver();
      app.clock().advance(Duration.ofHours(6));
    }
    assertThat(messages.weChat()).hasSize(Dispatch.MOST_TRIES);
    assertThat(listed()).hasSize(1);
    DeadLetter letter = deadLetters().items().get(0);
    assertThat(letter.tries()).isEqualTo(Dispatch.MOST_TRIES);
    var tend = app.useCases().notification().tendDeadLetters();
    var foreign = aStaffMember(app, Role.ADMIN, fixtures.aCommunity());
    assertThat(tend.list(foreign, all()).items()).isEmpty();
    assertThat(denied(tend.retry(foreign, letter.id()))).isEqualTo(NOT_FOUND);
    messages.weChatAnswers(Delivery.DELIVERED);
    done(tend.retry(own(), letter.id()));
    assertThat(denied(tend.retry(own(), letter.id()))).isEqualTo(NOT_FOUND);
    deliver();
    assertThat(messages.weChat()).hasSize(Dispatch.MOST_TRIES + 1);
    assertThat(deadLetters().items()).isEmpty();
  }

  @Test
  void oneRoundShouldTakeOnlySoMany() {
    for (int i = 0; i < DeliverNotifications.MOST_AT_ONCE + 1; i++) {
      tell(new Notice.ExposureNotice());
    }
    var deliver = app.useCases().notification().deliverNotifications();
    assertThat(deliver.deliver(Carrier.WECHAT)).isEqualTo(DeliverNotifications.MOST_AT_ONCE);
    assertThat(messages.weChat()).hasSize(DeliverNotifications.MOST_AT_ONCE);
    assertThat(deliver.deliver(Carrier.WECHAT)).isEqualTo(1);
  }

  @Test
  void aSlowCarrierShouldNotBringWhatOthersMayHaveTaken() {
    tell(new Notice.ExposureNotice());
    tell(new Notice.ExposureNotice());
    WeChatMessages slow =
        message -> {
          app.clock().advance(DeliverNotifications.LEASE);
          return messages.send(message);
        };
    assertThat(over(slow).deliver(Carrier.WECHAT)).isEqualTo(2);
    assertThat(messages.weChat()).hasSize(1);
    deliver();
    assertThat(messages.weChat()).hasSize(2);
  }

  private DeliverNotifications over(WeChatMessages weChat) {
    return NotificationUseCases.over(
            app.stores(),
            weChat,
            messages::send,
            Optional.empty(),
            new AuditTrail(app.stores().auditLog(), UUID::randomUUID, app.clock()),
            app.clock())
        .deliverNotifications();
  }

  private void deliver() {
    for (Carrier carrier : Carrier.values()) {
      int unused = app.useCases().notification().deliverNotifications().deliver(carrier);
    }
  }

  private void tell(Notice notice) {
    notifications.tell(account, notice, app.clock().instant());
  }

  private void attachPhone() {
    assertThat(app.stores().accounts().attach(account, phone, app.clock().instant())).isTrue();
  }

  private List<Notice> listed() {
    var reader = new Caller.Resident(new SessionId(UUID.randomUUID()), account, Optional.empty());
    return app.useCases().notification().readNotifications().list(reader, all()).items().stream()
        .map(listed -> listed.notification().notice())
        .toList();
  }

  private Page<DeadLetter> deadLetters() {
    return app.useCases().notification().tendDeadLetters().list(own(), all());
  }

  private Caller.Staff own() {
    return aStaffMember(app, Role.ADMIN, venue.details().community());
  }

  private static ManagerId managerId() {
    return new ManagerId(UUID.randomUUID());
  }

  private static PageRequest all() {
    return PageRequest.first(50);
  }
}
