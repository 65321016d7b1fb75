package cn.venuepass.application.person;

import cn.venuepass.domain.person.Account;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.Consent;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.person.PhoneNumber;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The accounts of residents. */
public interface AccountRepository {

  /**
   * The account that signs in with that WeChat identity, added when it is seen for the first time.
   * Of concurrent first calls all get the same account. The identity is kept to send messages to.
   */
  Account findOrAdd(WeChatIdentity identity, Instant now);

  /**
   * The account that signs in with that phone, whose holder has just shown that it is theirs; added
   * when it is seen for the first time. Of concurrent first calls all get the same account.
   */
  Account findOrAdd(PhoneNumber proved, Instant now);

  /**
   * Notes that the account's holder has shown that the phone is theirs: from now on it signs in to
   * this account, and an earlier phone of the account no longer does. Of several accounts one gets
   * a phone.
   *
   * @return false, with nothing changed, when the phone is another account's, or there is no such
   *     account
   */
  boolean attach(AccountId account, PhoneNumber proved, Instant now);

  /** Where messages reach the holder of the account; empty if there is no such account. */
  Optional<Reach> reachOf(AccountId account);

  /** The same of the account that is bound to the person; empty if there is none. */
  Optional<Reach> reachOf(PersonId person);

  Optional<Account> find(AccountId account);

  /** The people behind those of the accounts that are real-named, in no order. */
  List<PersonId> peopleOf(Collection<AccountId> accounts);

  /** Whether some account is bound to the person. */
  boolean hasAccount(PersonId person);

  /**
   * Binds an account to a person and notes the consent. Of several accounts one gets a person.
   *
   * @return false, with nothing changed, when the person has another account, the account another
   *     person, or there is no such account
   */
  boolean bind(AccountId account, PersonId person, Consent consent, Instant now);
}
