package cn.venuepass.application.access;

import cn.venuepass.application.Result;
import cn.venuepass.application.lookup.RateLimits.Who;
import cn.venuepass.domain.access.SignInCode;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.PhoneNumber;

/** Shows that a phone belongs to whoever is signed in, by a code that was sent to it. */
@FunctionalInterface
public interface ProvePhone {

  /**
   * From now on the phone signs in to this account. Denied with SIGN_IN_FAILED when the code is not
   * good, PHONE_TAKEN when the phone signs in to another account, or too many requests.
   */
  Result<AccountId> prove(AccountId account, PhoneNumber phone, SignInCode code, Who from);
}
