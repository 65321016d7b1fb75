package cn.venuepass.application.access;

import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Username;
import java.util.Optional;

/** The ways to begin a session. All deny with SIGN_IN_FAILED and do not say what was wrong. */
public interface SignIn {

  /** A resident, by the login code that the mini-program got from WeChat. */
  Result<SignedIn> withWeChat(String code);

  /**
   * Staff, by username, password, and the code of their authenticator app if they have one. Denied
   * with SECOND_FACTOR_REQUIRED when only the code is missing, and with too many requests when the
   * name was tried too often.
   */
  Result<SignedIn> asStaff(Username username, String password, Optional<String> otp);
}
