package cn.venuepass.application.access;

import cn.venuepass.application.Result;
import cn.venuepass.application.lookup.RateLimits.Who;
import cn.venuepass.domain.access.SignInCode;
import cn.venuepass.domain.person.PhoneNumber;

/** Begins a resident's session by a phone that they hold in their hand. */
public interface SignInByPhone {

  /**
   * Sends a one-time code to the phone, whether an account knows it or not; an earlier code counts
   * no more. Denied with too many requests, and with SIGN_IN_UNAVAILABLE when the gateway does not
   * take it.
   */
  Result<CodeSent> request(PhoneNumber phone, Who from);

  /**
   * The session of the account that the phone was shown to belong to, with a fresh account if there
   * is none. Each call costs an attempt. Denied with SIGN_IN_FAILED, whatever was wrong, or too
   * many requests.
   */
  Result<SignedIn> verify(PhoneNumber phone, SignInCode code, Who from);
}
