package cn.venuepass.domain.notification;

import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.PersonId;

/** Whom a notification is for. */
public sealed interface Recipient {
  record OfAccount(AccountId account) implements Recipient {}

  /** A person, who reads it with the account that they have by then, if any. */
  record OfPerson(PersonId person) implements Recipient {}

  /** Whoever is on duty, reached by the phone that the installation names. */
  record OnDuty() implements Recipient {}
}
