package cn.venuepass.application.person;

import cn.venuepass.application.Result;
import cn.venuepass.domain.person.PhoneNumber;

/** Asks WeChat for the phone number that a person chose to share with the mini-program. */
@FunctionalInterface
public interface WeChatPhone {

  /**
   * The number behind a code of the phone button. Denied with SIGN_IN_FAILED when the code is none
   * or used up, and with SIGN_IN_UNAVAILABLE when WeChat cannot be asked.
   */
  Result<PhoneNumber> phoneOf(String code);
}
