package cn.venuepass.application.access;

import cn.venuepass.application.Result;
import cn.venuepass.application.person.WeChatIdentity;

/** Asks WeChat whose login code that is. */
@FunctionalInterface
public interface WeChatLogin {

  /**
   * The identity behind a code. Denied with SIGN_IN_FAILED when the code is none, or used up, and
   * with SIGN_IN_UNAVAILABLE when WeChat cannot be asked.
   */
  Result<WeChatIdentity> identify(String code);
}
