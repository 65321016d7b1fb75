package cn.venuepass.application.access;

import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.NewPassword;
import cn.venuepass.domain.access.StaffAccount;
import java.net.URI;

/** What staff prove themselves by, in their own hands. Tries are counted like those to sign in. */
public interface KeepOwnCredentials {

  /**
   * Changes the password and ends the other sessions. Denied with WRONG_PASSWORD when the current
   * one is another, or too many requests.
   */
  Result<StaffAccount> changePassword(Caller.Staff staff, String current, NewPassword next);

  /** Begins with an authenticator app. Denied with SECOND_FACTOR_EXISTS. */
  Result<Enrolment> enrol(Caller.Staff staff);

  /**
   * The app works: from now on it is asked for at every sign-in. Denied with WRONG_SECOND_FACTOR,
   * or too many requests.
   */
  Result<StaffAccount> confirm(Caller.Staff staff, String code);

  /** What an authenticator app learns, shown once. */
  record Enrolment(String secret, URI uri) {
    @Override
    public String toString() {
      return "Enrolment[***]";
    }
  }
}
