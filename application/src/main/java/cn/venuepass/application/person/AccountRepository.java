package cn.venuepass.application.person;

import cn.venuepass.domain.person.Account;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.Consent;
import cn.venuepass.domain.person.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The accounts of residents. */
public interface AccountRepository {

  /**
   * The account that signs in with that WeChat identity, added when it is seen for the first time.
   * Of concurrent first calls all get the same account.
   */
  Account findOrAdd(WeChatIdentity identity, Instant now);

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
