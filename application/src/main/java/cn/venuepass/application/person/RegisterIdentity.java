package cn.venuepass.application.person;

import cn.venuepass.application.Result;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.Consent;
import cn.venuepass.domain.person.PersonName;
import cn.venuepass.domain.person.PhoneNumber;
import cn.venuepass.domain.person.ResidentIdNumber;

/** Real-name registration: one person, one account. */
@FunctionalInterface
public interface RegisterIdentity {

  /**
   * Binds the account to the person with that ID number. Repeated by the same account it corrects
   * name, phone and consent. A paper pass of the person dies: whoever looked after them can revoke
   * it no more. Denied with IDENTITY_ALREADY_BOUND or too many requests.
   */
  Result<Profile> register(AccountId account, Identity identity);

  /** Who somebody says they are, and the privacy text that they agreed to. */
  record Identity(ResidentIdNumber idNumber, PersonName name, PhoneNumber phone, Consent consent) {}
}
