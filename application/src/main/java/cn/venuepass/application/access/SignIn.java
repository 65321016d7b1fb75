package cn.venuepass.application.access;

import cn.venuepass.application.Result;

/** The ways to begin a session. All deny with SIGN_IN_FAILED and do not say what was wrong. */
public interface SignIn {

  /** A resident, by the login code that the mini-program got from WeChat. */
  Result<SignedIn> withWeChat(String code);

  /** Staff, by username and password. */
  Result<SignedIn> asStaff(String username, String password);
}
