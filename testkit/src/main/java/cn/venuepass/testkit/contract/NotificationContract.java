package cn.venuepass.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.application.PageRequest;
import cn.venuepass.application.notification.DeadLetter;
import cn.venuepass.application.notification.ListedNotification;
import cn.venuepass.application.notification.Outbox.Claim;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.notification.Carrier;
import cn.venuepass.domain.notification.Dispatch;
import cn.venuepass.domain.notification.Notice;
import cn.venuepass.domain.notification.Notification;
import cn.venuepass.domain.notification.NotificationId;
import cn.venuepass.domain.notification.Recipient;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.ManagerId;
import cn.venuepass.domain.venue.Venue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * {@link cn.venuepass.application.notification.Outbox} and {@link
 * cn.venuepass.application.notification.NotificationRepository}.
 */
public interface NotificationContract extends StoreContract {
  Duration LEASE = Duration.ofMinutes(5);
  PageRequest ALL = PageRequest.first(200);

  @Test
  default void everyKindShouldComeOutAsItWentIn() {
    Venue venue = fixtures().aVenue().add();
    AccountId account = fixtures().anAccount();
    PersonId person = fixtures().aPerson().id();
    UUID thing = UUID.randomUUID();
    List<Notification> added =
        List.of(
            add(account, new Notice.ReviewDecided(venue.id(), true)),
            add(account, new Notice.ReviewDecided(venue.id(), false)),
            add(person, new Notice.ManagerActivated(venue.id(), new ManagerId(thing))),
            add(person, new Notice.RectificationDue(venue.id(), thing, now().plusSeconds(60))),
            add(person, new Notice.ExposureNotice()));
    List<ListedNotification> listed = listFor(account, Optional.of(person));
    assertThat(listed).extracting(ListedNotification::notification).hasSameElementsAs(added);
    assertThat(listed)
        .filteredOn(one -> one.notification().notice().about().isPresent())
        .hasSize(4)
        .allMatch(one -> one.venue().equals(Optional.of(venue.details().name())));
    assertThat(listed).allMatch(one -> one.readAt().isEmpty());
  }

  @Test
  default void aListShouldShowWhatIsDueForThemTheLatestFirst() {
    AccountId account = fixtures().anAccount();
    PersonId person = fixtures().aPerson().id();
    Notification first = add(account, new Notice.ExposureNotice());
    Notification later =
        add(new Recipient.OfPerson(person), new Notice.ExposureNotice(), now().plusSeconds(60));
    add(fixtures().anAccount(), new Notice.ExposureNotice());
    assertThat(listFor(account, Optional.of(person)))
        .extracting(ListedNotification::notification)
        .containsExactly(first);
    clock().advance(Duration.ofSeconds(60));
    assertThat(listFor(account, Optional.of(person)))
        .extracting(ListedNotification::notification)
        .containsExactly(later, first);
    assertThat(listFor(account, Optional.empty()))
        .extracting(ListedNotification::notification)
        .containsExactly(first);
    var page = stores().notifications().listFor(account, Optional.of(person), now(), one());
    var rest =
        stores()
            .notifications()
            .listFor(account, Optional.of(person), now(), new PageRequest(1, page.next()));
    assertThat(rest.items()).extracting(ListedNotification::notification).containsExactly(first);
    assertThat(rest.next()).isEmpty();
  }

  @Test
  default void markReadShouldKeepTheFirstTimeAndBeForItsReader() {
    AccountId account = fixtures().anAccount();
    NotificationId id = add(account, new Notice.ExposureNotice()).id();
    Instant first = now();
    assertThat(markRead(id, fixtures().anAccount())).isFalse();
    assertThat(markRead(id, account)).isTrue();
    clock().advance(Duration.ofMinutes(1));
    assertThat(markRead(id, account)).isTrue();
    assertThat(listFor(account, Optional.empty()))
        .extracting(ListedNotification::readAt)
        .containsExactly(Optional.of(first));
    assertThat(markRead(new NotificationId(UUID.randomUUID()), account)).isFalse();
  }

  @Test
  default void withdrawShouldForgetWhatIsNotDueYet() {
    Venue venue = fixtures().aVenue().add();
    PersonId person = fixtures().aPerson().id();
    var manager = new ManagerId(UUID.randomUUID());
    var notice = new Notice.ManagerActivated(venue.id(), manager);
    Notification told = add(person, notice);
    add(new Recipient.OfPerson(person), notice, now().plusSeconds(1));
    Notification other =
        add(
            new Recipient.OfPerson(person),
            new Notice.ManagerActivated(venue.id(), new ManagerId(UUID.randomUUID())),
            now().plusSeconds(2));
    stores().outbox().withdraw(manager.value(), now());
    clock().advance(Duration.ofSeconds(2));
    assertThat(listFor(fixtures().anAccount(), Optional.of(person)))
        .extracting(ListedNotification::notification)
        .containsExactly(other, told);
  }

  @Test
  default void anAdditionShouldBeUndoneWithItsTransaction() {
    AccountId account = fixtures().anAccount();
    assertThatThrownBy(
            () ->
                stores()
                    .transactions()
                    .run(
                        () -> {
                          add(account, new Notice.ExposureNotice());
                          throw new IllegalStateException("broken");
                        }))
        .hasMessage("broken");
    assertThat(listFor(account, Optional.empty())).isEmpty();
  }

  @Test
  default void claimShouldGiveWhatIsDueToOneOfMany() {
    emptyTheOutbox();
    List<NotificationId> added = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      added.add(add(fixtures().anAccount(), new Notice.ExposureNotice()).id());
    }
    add(
        new Recipient.OfAccount(fixtures().anAccount()),
        new Notice.ExposureNotice(),
        now().plusSeconds(1));
    List<Claim> claimed = new ArrayList<>();
    while (claimed.size() < added.size()) {
      int before = claimed.size();
      AtOnce.run(6, i -> claim(Carrier.WECHAT, 3)).forEach(claimed::addAll);
      assertThat(claimed).hasSizeGreaterThan(before);
    }
    assertThat(claimed)
        .extracting(claim -> claim.notification().id())
        .containsExactlyInAnyOrderElementsOf(added);
    assertThat(claim(Carrier.WECHAT, 50)).isEmpty();
    assertThat(claim(Carrier.SMS, 50)).isEmpty();
  }

  @Test
  default void claimShouldTakeTheLongestDueFirst() {
    emptyTheOutbox();
    Notification second = add(fixtures().anAccount(), new Notice.ExposureNotice());
    Notification first =
        add(
            new Recipient.OfAccount(fixtures().anAccount()),
            new Notice.ExposureNotice(),
            now().minusSeconds(1));
    assertThat(claim(Carrier.WECHAT, 1)).extracting(Claim::notification).containsExactly(first);
    assertThat(claim(Carrier.WECHAT, 1)).extracting(Claim::notification).containsExactly(second);
  }

  @Test
  default void whatIsClaimedShouldComeAgainWhenItsTakerDies() {
    emptyTheOutbox();
    Notification added = add(fixtures().anAccount(), new Notice.ExposureNotice());
    Claim first = claim(Carrier.WECHAT, 5).get(0);
    clock().advance(LEASE.minusMillis(1));
    assertThat(claim(Carrier.WECHAT, 5)).isEmpty();
    clock().advance(Duration.ofMillis(1));
    Claim second = claim(Carrier.WECHAT, 5).get(0);
    assertThat(second.notification()).isEqualTo(added);
    assertThat(settle(first, first.dispatch().delivered())).isFalse();
    assertThat(settle(second, second.dispatch().delivered())).isTrue();
    assertThat(settle(second, second.dispatch().delivered())).isFalse();
    clock().advance(Duration.ofDays(1));
    assertThat(claim(Carrier.WECHAT, 5)).isEmpty();
  }

  @Test
  default void settleShouldPassANotificationOnToTheNextCarrier() {
    emptyTheOutbox();
    Notification added = add(fixtures().anAccount(), new Notice.ExposureNotice());
    Claim claim = claim(Carrier.WECHAT, 5).get(0);
    assertThat(settle(claim, claim.dispatch().refused(added.notice().kind(), now()))).isTrue();
    assertThat(claim(Carrier.WECHAT, 5)).isEmpty();
    assertThat(claim(Carrier.SMS, 5)).extracting(Claim::notification).containsExactly(added);
  }

  @Test
  default void settleShouldKeepTheTriesAndThePause() {
    emptyTheOutbox();
    add(fixtures().anAccount(), new Notice.ExposureNotice());
    Claim claim = claim(Carrier.WECHAT, 5).get(0);
    assertThat(claim.dispatch().tries()).isZero();
    assertThat(settle(claim, claim.dispatch().later(now()))).isTrue();
    clock().advance(Duration.ofSeconds(59));
    assertThat(claim(Carrier.WECHAT, 5)).isEmpty();
    clock().advance(Duration.ofSeconds(1));
    assertThat(claim(Carrier.WECHAT, 5).get(0).dispatch().tries()).isEqualTo(1);
  }

  @Test
  default void deadLettersShouldBeSeenWithinTheirJurisdiction() {
    emptyTheOutbox();
    Division territory = fixtures().aDivision(Division.Level.TERRITORY, Optional.empty());
    Division community =
        fixtures().aDivision(Division.Level.COMMUNITY, Optional.of(territory.code()));
    Venue venue = fixtures().aVenue().in(community.code()).add();
    var aboutVenue = dead(new Notice.ReviewDecided(venue.id(), true));
    var aboutNone = dead(new Notice.ExposureNotice());
    assertThat(deadWithin(Jurisdiction.of(territory.code())))
        .contains(aboutVenue.id(), aboutNone.id());
    assertThat(deadWithin(Jurisdiction.of(community.code()))).containsExactly(aboutVenue.id());
    assertThat(deadWithin(Jurisdiction.of(fixtures().aCommunity()))).isEmpty();
    DeadLetter letter =
        stores().notifications().listDead(Jurisdiction.of(community.code()), ALL).items().get(0);
    assertThat(letter)
        .isEqualTo(
            new DeadLetter(
                aboutVenue.id(),
                aboutVenue.notice().kind(),
                Optional.of(venue.id()),
                Carrier.WECHAT,
                Dispatch.MOST_TRIES,
                aboutVenue.dueAt(),
                now()));
  }

  @Test
  default void reviveShouldHaveADeadLetterTriedAgainOnce() {
    emptyTheOutbox();
    Venue venue = fixtures().aVenue().add();
    var own = Jurisdiction.of(venue.details().community());
    Notification letter = dead(new Notice.ReviewDecided(venue.id(), true));
    assertThat(revive(letter, Jurisdiction.of(fixtures().aCommunity()))).isFalse();
    assertThat(deadWithin(own)).containsExactly(letter.id());
    assertThat(AtOnce.run(6, i -> revive(letter, own))).containsOnlyOnce(true);
    assertThat(deadWithin(own)).isEmpty();
    Claim claim = claim(Carrier.WECHAT, 5).get(0);
    assertThat(claim.notification()).isEqualTo(letter);
    assertThat(claim.dispatch().tries()).isZero();
    assertThat(revive(letter, own)).isFalse();
  }

  /** Makes that nothing of other tests waits. */
  private void emptyTheOutbox() {
    Instant later = now().plus(Duration.ofDays(1_000));
    var left = new HashSet<Claim>();
    for (Carrier carrier : Carrier.values()) {
      left.addAll(stores().outbox().claim(carrier, 10_000, later, later));
    }
    left.forEach(claim -> settle(claim, claim.dispatch().delivered()));
  }

  private Notification dead(Notice notice) {
    Notification added = add(fixtures().anAccount(), notice);
    Claim claim = claim(Carrier.WECHAT, 1).get(0);
    var dead = new Dispatch(Dispatch.State.DEAD, Carrier.WECHAT, Dispatch.MOST_TRIES, now());
    assertThat(settle(claim, dead)).isTrue();
    return added;
  }

  private Notification add(AccountId account, Notice notice) {
    return add(new Recipient.OfAccount(account), notice, now());
  }

  private Notification add(PersonId person, Notice notice) {
    return add(new Recipient.OfPerson(person), notice, now());
  }

  private Notification add(Recipient to, Notice notice, Instant dueAt) {
    var added = new Notification(new NotificationId(UUID.randomUUID()), to, notice, dueAt);
    stores().outbox().add(added);
    return added;
  }

  private List<Claim> claim(Carrier carrier, int most) {
    return stores().outbox().claim(carrier, most, now(), now().plus(LEASE));
  }

  private boolean settle(Claim claim, Dispatch next) {
    return stores().outbox().settle(claim, next);
  }

  private boolean revive(Notification letter, Jurisdiction jurisdiction) {
    return stores().notifications().revive(letter.id(), jurisdiction, Dispatch.first(now()));
  }

  private List<NotificationId> deadWithin(Jurisdiction jurisdiction) {
    return stores().notifications().listDead(jurisdiction, ALL).items().stream()
        .map(DeadLetter::id)
        .toList();
  }

  private List<ListedNotification> listFor(AccountId account, Optional<PersonId> person) {
    return stores().notifications().listFor(account, person, now(), ALL).items();
  }

  private boolean markRead(NotificationId id, AccountId account) {
    return stores().notifications().markRead(id, account, Optional.empty(), now());
  }

  private Instant now() {
    return clock().instant();
  }

  private static PageRequest one() {
    return PageRequest.first(1);
  }
}
