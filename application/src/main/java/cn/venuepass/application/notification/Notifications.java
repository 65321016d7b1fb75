package cn.venuepass.application.notification;

import cn.venuepass.application.IdGenerator;
import cn.venuepass.domain.notification.Notice;
import cn.venuepass.domain.notification.Notification;
import cn.venuepass.domain.notification.NotificationId;
import cn.venuepass.domain.notification.Recipient;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

/** Tells people things. Called inside the transaction that stores what it tells of. */
public final class Notifications {
  private final Outbox outbox;
  private final IdGenerator ids;

  public Notifications(Outbox outbox, IdGenerator ids) {
    this.outbox = outbox;
    this.ids = ids;
  }

  /** Tells the holder of an account, at that time. */
  public void tell(AccountId account, Notice notice, Instant at) {
    add(new Recipient.OfAccount(account), notice, at);
  }

  /** Tells a person, at that time, through the account that they have by then. */
  public void tell(PersonId person, Notice notice, Instant at) {
    add(new Recipient.OfPerson(person), notice, at);
  }

  /** Tells several people the same. */
  public void tellAll(Collection<PersonId> people, Notice notice, Instant at) {
    outbox.addAll(
        people.stream()
            .map(
                person ->
                    new Notification(
                        new NotificationId(ids.next()), new Recipient.OfPerson(person), notice, at))
            .toList());
  }

  /** Tells whoever is on duty, at that time. */
  public void tellOnDuty(Notice notice, Instant at) {
    add(new Recipient.OnDuty(), notice, at);
  }

  /** Takes back what depends on that thing and nobody was told yet. */
  public void withdraw(UUID dependsOn, Instant now) {
    outbox.withdraw(dependsOn, now);
  }

  private void add(Recipient to, Notice notice, Instant at) {
    outbox.add(new Notification(new NotificationId(ids.next()), to, notice, at));
  }
}
