package cn.venuepass.application.access;

import cn.venuepass.application.Result;

/** Goes on with a session when its access token is about to expire. */
@FunctionalInterface
public interface RefreshSession {

  /**
   * New tokens for the session; the presented refresh token is used up. One that was used up before
   * may be stolen: it ends the session. Denied with SESSION_ENDED.
   */
  Result<SignedIn> refresh(String refreshToken);
}
